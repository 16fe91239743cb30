package firsthour.api;

import firsthour.security.ApiPath;
import firsthour.security.BearerBinder;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at what programs ask before a controller does: how often, and whether every parameter is
/// known. One that is misspelt would otherwise bring more than was asked for.
@ServerFilter(ApiPath.ROOT + "/**")
final class ApiGate implements Ordered {
    private final Throttle throttle;

    ApiGate(Throttle throttle) {
        this.throttle = throttle;
    }

    /// After the sign-in: it is counted by token.
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        var wait =
                BearerBinder.of(request)
                        .map(bearer -> new Throttle.Asking.Token(bearer.token().id()))
                        .flatMap(throttle::count);
        if (wait.isPresent()) {
            var seconds = wait.get().toSeconds() + 1;
            return Problem.answer(
                            HttpStatus.TOO_MANY_REQUESTS,
                            ProblemCode.THROTTLED,
                            "More than %d requests came with this token within a minute. Send this one again in %d seconds."
                                    .formatted(Throttle.MOST_WITH_A_TOKEN, seconds),
                            List.of())
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(route -> (MethodBasedRouteMatch<?, ?>) route)
                .flatMap(route -> unknown(request, route))
                .orElse(null);
    }

    private static Optional<HttpResponse<?>> unknown(
            HttpRequest<?> request, MethodBasedRouteMatch<?, ?> route) {
        var known =
                Arrays.stream(route.getArguments())
                        .filter(argument ->
                                argument.getAnnotationMetadata().hasAnnotation(QueryValue.class))
                        .map(argument -> argument.getName())
                        .toList();
        return request.getParameters().names().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .map(name ->
                        Problem.answer(
                                HttpStatus.BAD_REQUEST,
                                ProblemCode.INVALID,
                                "Nothing was done. %s: There is no such parameter.".formatted(name),
                                List.of(
                                        new Problem.FieldProblem(
                                                name,
                                                known.isEmpty()
                                                        ? "This address takes no parameters."
                                                        : "There is no such parameter; there are %s."
                                                                .formatted(
                                                                        String.join(
                                                                                ", ", known))))));
    }
}
