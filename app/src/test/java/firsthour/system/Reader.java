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
        var csrf = CSRF.matcher(get("/login").body());
        if (!csrf.find()) {
            throw new IllegalStateException("The sign-in page has no token");
        }
        var form =
                "csrfToken=%s&next=/&email=%s&password=%s"
                        .formatted(encoded(csrf.group(1)), encoded(email), encoded(password));
        var signedIn =
                client.send(
                        request("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        if (signedIn.statusCode() != 200 || signedIn.body().contains("name=\"password\"")) {
            throw new IllegalStateException("Sign-in failed: " + signedIn.statusCode());
        }
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

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html,*/*");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
