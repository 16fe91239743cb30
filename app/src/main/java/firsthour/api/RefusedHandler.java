package firsthour.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Answers a request that was ended with a problem.
@Singleton
final class RefusedHandler implements ExceptionHandler<Refused, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // the interface is declared so
    public HttpResponse<?> handle(HttpRequest request, Refused refused) {
        return HttpResponse.status(refused.status())
                .body(refused.problem())
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }
}
