package firsthour.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a browser does as far as the server can tell: keeps cookies, asks for HTML, sends forms. It
/// does not follow redirects, so that a test sees them.
public final class TestBrowser {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final URI home;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    TestBrowser(URI home) {
        this.home = home;
    }

    /// Opens a page.
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /// Sends a form with the token that a page of ours would have put into it.
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        if (csrfToken().isEmpty()) {
            get("/static/missing");
        }
        var form = new LinkedHashMap<>(fields);
        form.put("csrfToken", csrfToken().orElse(""));
        return postAsIs(path, form);
    }

    /// Sends a form without adding a token.
    public HttpResponse<String> postAsIs(String path, Map<String, String> fields) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(fields))));
    }

    /// A request of one's own to a path of the application, with `Accept` set as browsers do.
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(home.resolve(path)).header("Accept", HTML);
    }

    /// Sends it with the cookies.
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Where the application answers.
    public URI home() {
        return home;
    }

    /// The value of a cookie whose name begins like this.
    public Optional<String> cookie(String prefix) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith(prefix))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// The token of forms that this browser was given last.
    public Optional<String> csrfToken() {
        return cookie("firsthour-csrf");
    }

    /// Puts a cookie into the browser as if the server had sent it.
    public void setCookie(String name, String value) {
        try {
            cookies.put(home, Map.of("Set-Cookie", List.of(name + "=" + value + "; Path=/")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8)
                                + "="
                                + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
