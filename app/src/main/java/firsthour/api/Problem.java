package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request was not taken (RFC 9457). Its type is the one that needs no name.
///
/// @param title the status in words
/// @param detail what is wrong and what to do
/// @param code what programs tell one problem from another by
/// @param errors what is wrong with single fields
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String title,
        int status,
        String detail,
        @Nullable ProblemCode code,
        List<FieldProblem> errors) {

    /// What is wrong with one field or parameter.
    ///
    /// @param detail a sentence that says what to do
    record FieldProblem(String field, String detail) {}

    static MutableHttpResponse<Problem> answer(HttpStatus status, String detail) {
        return answer(status, null, detail, List.of());
    }

    static MutableHttpResponse<Problem> answer(
            HttpStatus status,
            @Nullable ProblemCode code,
            String detail,
            List<FieldProblem> errors) {
        return HttpResponse.<Problem>status(status)
                .body(of(status, code, detail, errors))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    static Problem of(
            HttpStatus status,
            @Nullable ProblemCode code,
            String detail,
            List<FieldProblem> errors) {
        return new Problem(status.getReason(), status.getCode(), detail, code, errors);
    }
}
