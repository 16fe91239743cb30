package firsthour.security;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.filter.FilterBodyParser;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.csrf.CsrfConfiguration;
import io.micronaut.security.csrf.validator.CsrfTokenValidator;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Refuses whatever changes something without the token of one of our pages, in a field of the form
/// or in a header. It stands in for the filter of micronaut-security-csrf, which fails with a
/// NullPointerException when the form arrives later than the head of the request.
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class CsrfGuard implements Ordered {
    private static final Set<HttpMethod> HARMLESS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final long PATIENCE_SECONDS = 30;

    private final CsrfTokenValidator<HttpRequest<?>> validator;
    private final CsrfConfiguration settings;
    private final SessionCookie session;
    private final FilterBodyParser bodies;
    private final ErrorResponseProcessor<?> errors;

    CsrfGuard(
            CsrfTokenValidator<HttpRequest<?>> validator,
            CsrfConfiguration settings,
            SessionCookie session,
            FilterBodyParser bodies,
            ErrorResponseProcessor<?> errors) {
        this.validator = validator;
        this.settings = settings;
        this.session = session;
        this.bodies = bodies;
        this.errors = errors;
    }

    /// After the sign-in: the token belongs to the member.
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        if (HARMLESS.contains(request.getMethod())
                || RouteAttributes.getRouteMatch(request)
                        .filter(route -> !route.getAnnotationMetadata().hasStereotype(Signed.class))
                        .isEmpty()
                || comesFromAProgram(request)
                || token(request)
                        .filter(t -> validator.validateCsrfToken(request, t))
                        .isPresent()) {
            return null;
        }
        request.setAttribute(Refusals.STALE_FORM, true);
        return errors.processResponse(
                ErrorContext.builder(request).build(), HttpResponse.status(HttpStatus.FORBIDDEN));
    }

    /// JSON without a sign-in: no page elsewhere can send that with anything of a member's.
    private boolean comesFromAProgram(HttpRequest<?> request) {
        return session.findToken(request).isEmpty()
                && request.getContentType()
                        .filter(MediaType.APPLICATION_JSON_TYPE::equals)
                        .isPresent();
    }

    private Optional<String> token(HttpRequest<?> request) {
        var header = Optional.ofNullable(request.getHeaders().get(settings.getHeaderName()));
        boolean form =
                request.getContentType()
                        .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                        .isPresent();
        return header.isPresent() || !form ? header : field(request);
    }

    private Optional<String> field(HttpRequest<?> request) {
        try {
            var fields = bodies.parseBody(request).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.ofNullable(fields.get(settings.getFieldName())).map(Object::toString);
        } catch (TimeoutException e) {
            throw new HttpStatusException(
                    HttpStatus.REQUEST_TIMEOUT, "The form did not arrive in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a form was arriving", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("A form could not be read", e);
        }
    }
}
