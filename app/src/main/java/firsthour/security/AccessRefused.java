package firsthour.security;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Answers whoever may not do what was asked. A browser that is not signed in is led to the sign-in
/// and from there on to what it wanted; everybody else gets a status. So does a page that asks by
/// itself: led away, it would take along what somebody is typing there.
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AccessRefused
        implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
    /// Sent with what no person asked for.
    private static final String POLL = "X-Poll";

    private static final String CHALLENGE = "Bearer realm=\"Firsthour\"";

    private final ErrorResponseProcessor<?> errors;

    AccessRefused(ErrorResponseProcessor<?> errors) {
        this.errors = errors;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is declared so
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
        HttpRequest<?> asked = request;
        if (ApiPath.holds(asked)) {
            return program(asked, refused);
        }
        if (refused.isForbidden()) {
            return answer(asked, refused, HttpStatus.FORBIDDEN);
        }
        if (asked.getHeaders().contains("HX-Request")) {
            var answer = answer(asked, refused, HttpStatus.UNAUTHORIZED);
            return asked.getHeaders().contains(POLL)
                    ? answer
                    : answer.header(
                            "HX-Redirect",
                            signIn(pathOf(asked.getHeaders().get("HX-Current-URL"))));
        }
        if (acceptsHtml(asked)) {
            return HttpResponse.seeOther(URI.create(signIn(wanted(asked))));
        }
        return answer(asked, refused, HttpStatus.UNAUTHORIZED);
    }

    /// RFC 6750: what kind of proof is wanted, and what is wrong with the one that was given.
    private MutableHttpResponse<?> program(HttpRequest<?> request, AuthorizationException refused) {
        if (refused.isForbidden()) {
            return answer(request, refused, HttpStatus.FORBIDDEN)
                    .header(
                            HttpHeaders.WWW_AUTHENTICATE,
                            CHALLENGE + ", error=\"insufficient_scope\"");
        }
        var error = Refusals.token(request).isPresent() ? ", error=\"invalid_token\"" : "";
        return answer(request, refused, HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + error);
    }

    private MutableHttpResponse<?> answer(
            HttpRequest<?> request, AuthorizationException refused, HttpStatus status) {
        return errors.processResponse(
                ErrorContext.builder(request).cause(refused).build(), HttpResponse.status(status));
    }

    private static boolean acceptsHtml(HttpRequest<?> request) {
        return request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
    }

    /// A form cannot be sent again after the sign-in, so it leads back to the page it stood on.
    private static @Nullable String wanted(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET
                ? request.getUri().toString()
                : pathOf(request.getHeaders().get("Referer"));
    }

    private static @Nullable String pathOf(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var uri = new URI(address);
            return uri.getRawQuery() == null
                    ? uri.getRawPath()
                    : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String signIn(@Nullable String wanted) {
        var path = LocalPath.orHome(wanted);
        return path.equals("/")
                ? "/login"
                : "/login?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
