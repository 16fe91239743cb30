package firsthour.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/// Why a request was not taken (RFC 9457). Its type is the one that needs no name.
///
/// @param title the status in words
/// @param detail what is wrong and what to do
record Problem(String title, int status, String detail) {

    static MutableHttpResponse<Problem> answer(HttpStatus status, String detail) {
        return HttpResponse.<Problem>status(status)
                .body(new Problem(status.getReason(), status.getCode(), detail))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }
}
