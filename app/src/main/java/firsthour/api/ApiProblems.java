package firsthour.api;

import firsthour.api.Problem.FieldProblem;
import firsthour.security.BearerBinder;
import firsthour.security.Refusals;
import firsthour.security.Scopes;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells programs why a request did not get to a controller, or failed there.
@Singleton
@Named("programs")
final class ApiProblems implements ErrorResponseProcessor<Object> {
    private static final String READ_ON = " GET /api/v1/openapi.json lists what there is.";

    @Override
    public MutableHttpResponse<Object> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        var problem = problem(context, request, response.status());
        MutableHttpResponse<Object> answer = response.body((Object) null);
        return request.getMethod() == HttpMethod.HEAD
                ? answer
                : answer.body((Object) problem)
                        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    private static Problem problem(
            ErrorContext context, HttpRequest<?> request, HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED ->
                    of(
                            status,
                            ProblemCode.NOT_SIGNED_IN,
                            Refusals.token(request)
                                    .orElse(
                                            "Send a token: “Authorization: Bearer firsthour_…”. You"
                                                    + " make one under Account. Cookies do not"
                                                    + " count here."));
            case FORBIDDEN -> forbidden(request, status);
            case NOT_FOUND ->
                    of(
                            status,
                            ProblemCode.NOT_FOUND,
                            "There is nothing at this address." + READ_ON);
            case METHOD_NOT_ALLOWED ->
                    of(
                            status,
                            ProblemCode.INVALID,
                            "This address does not take "
                                    + request.getMethodName()
                                    + "."
                                    + READ_ON);
            case UNSUPPORTED_MEDIA_TYPE ->
                    of(status, ProblemCode.INVALID, "Send Content-Type: application/json.");
            case NOT_ACCEPTABLE ->
                    of(
                            status,
                            ProblemCode.INVALID,
                            "What the Accept header asks for is not given here." + READ_ON);
            case REQUEST_ENTITY_TOO_LARGE -> of(status, ProblemCode.INVALID, Bodies.TOO_BIG);
            case SERVICE_UNAVAILABLE -> of(status, ProblemCode.FAILED, unavailable(context));
            default ->
                    status.getCode() < 500
                            ? invalid(context, status)
                            : of(
                                    status,
                                    ProblemCode.FAILED,
                                    "It failed here; the log of the node says why. Look how it"
                                            + " stands before you repeat what changes something.");
        };
    }

    /// What failed is told to the log alone: its message may name addresses and users.
    private static String unavailable(ErrorContext context) {
        return context.getRootCause().isPresent()
                ? "The database is away. Nothing is lost; try again in a minute."
                : context.getErrors().stream()
                        .map(Error::getMessage)
                        .findFirst()
                        .orElse("Try again in a minute.");
    }

    /// The role is named first: another token would not help.
    private static Problem forbidden(HttpRequest<?> request, HttpStatus status) {
        var needed =
                RouteAttributes.getRouteMatch(request).stream()
                        .flatMap(route ->
                                Arrays.stream(
                                        route.getAnnotationMetadata().stringValues(Secured.class)))
                        .flatMap(constant -> Scopes.find(constant).stream())
                        .findFirst();
        var bearer = BearerBinder.of(request);
        if (needed.isEmpty() || bearer.isEmpty()) {
            return of(status, ProblemCode.SCOPE_MISSING, "This token does not allow that.");
        }
        var scope = needed.get();
        var role = bearer.get().member().role();
        return role.includes(scope.needed())
                ? of(
                        status,
                        ProblemCode.SCOPE_MISSING,
                        "This needs a token with the scope %s. Make one under Account."
                                .formatted(scope))
                : of(
                        status,
                        ProblemCode.ROLE_MISSING,
                        "This needs the role %s, and the token's member has %s. An admin can change"
                                        .formatted(scope.needed(), role)
                                + " that on the team page.");
    }

    private static Problem invalid(ErrorContext context, HttpStatus status) {
        var errors = context.getRootCause().flatMap(ApiProblems::field).stream().toList();
        return Problem.of(
                status,
                ProblemCode.INVALID,
                errors.isEmpty()
                        ? "This request cannot be understood." + READ_ON
                        : "Nothing was changed. %s: %s"
                                .formatted(errors.getFirst().field(), errors.getFirst().detail()),
                errors);
    }

    private static Optional<FieldProblem> field(Throwable cause) {
        return switch (cause) {
            case ConversionErrorException e ->
                    Optional.of(
                            new FieldProblem(
                                    e.getArgument().getName(),
                                    "Give " + wanted(e.getArgument().getType()) + "."));
            case UnsatisfiedRouteException e ->
                    Optional.of(new FieldProblem(e.getArgument().getName(), "It is missing."));
            default -> Optional.empty();
        };
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive()
                ? "a whole number"
                : "a value of the type " + type.getSimpleName();
    }

    private static Problem of(HttpStatus status, ProblemCode code, String detail) {
        return Problem.of(status, code, detail, List.of());
    }
}
