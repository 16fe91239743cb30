package firsthour.system;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads pages as a browser without eyes would.
record Reader(HttpClient client, String url) implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");

    private static final Pattern TOKEN = Pattern.compile("firsthour_[0-9a-f]{64}");

    static Reader of(String url) {
        return new Reader(
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build(),
                url);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    void signIn(String email, String password) throws IOException, InterruptedException {
        var signedIn =
                send(
                        "/login",
                        "next=/&email=%s&password=%s".formatted(encoded(email), encoded(password)));
        if (signedIn.statusCode() != 200 || signedIn.body().contains("name=\"password\"")) {
            throw new IllegalStateException("Sign-in failed: " + signedIn.statusCode());
        }
    }

    /// A token for a program that reads and works.
    String makeToken() throws IOException, InterruptedException {
        var made =
                TOKEN.matcher(
                        send("/account/tokens", "name=bench&read=yes&work=yes&days=30").body());
        if (!made.find()) {
            throw new IllegalStateException("No token was made");
        }
        return made.group();
    }

    /// Sends the form of a page that posts to its own address.
    private HttpResponse<String> send(String path, String fields)
            throws IOException, InterruptedException {
        var csrf = CSRF.matcher(get(path).body());
        if (!csrf.find()) {
            throw new IllegalStateException(path + " has no token");
        }
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "csrfToken=" + encoded(csrf.group(1)) + "&" + fields))
                        .build(),
                BodyHandlers.ofString());
    }

    /// Milliseconds that a page took, sorted.
    List<Double> times(String path, int warmUp, int measured)
            throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (int i = 0; i < warmUp + measured; i++) {
            var start = System.nanoTime();
            var answer = get(path);
            if (answer.statusCode() != 200 || !answer.body().contains("case-row")) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
            if (i >= warmUp) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        return times.stream().sorted().toList();
    }

    @Override
    public void close() {
        client.close();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html,*/*");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
