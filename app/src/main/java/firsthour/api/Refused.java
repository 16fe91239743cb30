package firsthour.api;

import firsthour.api.Problem.FieldProblem;
import io.micronaut.http.HttpStatus;
import java.io.Serial;
import java.util.List;

/// Ends a request with a problem.
final class Refused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final transient HttpStatus status;
    private final transient Problem problem;

    private Refused(HttpStatus status, ProblemCode code, String detail, List<FieldProblem> errors) {
        super(detail);
        this.status = status;
        this.problem = Problem.of(status, code, detail, errors);
    }

    HttpStatus status() {
        return status;
    }

    Problem problem() {
        return problem;
    }

    /// One field or parameter is wrong.
    ///
    /// @param words a sentence that says what to do
    static Refused field(String field, String words) {
        return fields(List.of(new FieldProblem(field, words)));
    }

    /// Several are.
    static Refused fields(List<FieldProblem> errors) {
        var first = errors.getFirst();
        return new Refused(
                HttpStatus.BAD_REQUEST,
                ProblemCode.INVALID,
                "Nothing was changed. %s: %s".formatted(first.field(), first.detail()),
                errors);
    }

    /// The body is wrong as a whole.
    static Refused body(HttpStatus status, String words) {
        return new Refused(status, ProblemCode.INVALID, words, List.of());
    }

    /// There is none with this id.
    ///
    /// @param what such as `case`
    static Refused missing(String what, long id) {
        return new Refused(
                HttpStatus.NOT_FOUND,
                ProblemCode.NOT_FOUND,
                "There is no %s %d, or no longer.".formatted(what, id),
                List.of());
    }

    /// Too much at a time.
    static Refused tooMany(String words) {
        return new Refused(HttpStatus.TOO_MANY_REQUESTS, ProblemCode.THROTTLED, words, List.of());
    }

    /// As it stands, it cannot be done.
    static Refused conflict(ProblemCode code, String words) {
        return new Refused(HttpStatus.CONFLICT, code, words, List.of());
    }
}
