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
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Leads every page to the set-up as long as there is no admin.
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class FirstRunFilter implements Ordered {
    private static final String SETUP = "/setup";

    private final FirstRun firstRun;
    private final ErrorResponseProcessor<?> errors;

    FirstRunFilter(FirstRun firstRun, ErrorResponseProcessor<?> errors) {
        this.firstRun = firstRun;
        this.errors = errors;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable HttpResponse<?> lead(HttpRequest<?> request) {
        var path = request.getPath();
        if (path.equals(SETUP)
                || path.startsWith("/static/")
                || path.startsWith("/health")
                || !firstRun.pending()) {
            return null;
        }
        if (request.getMethod() == HttpMethod.GET
                && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals)) {
            return HttpResponse.seeOther(URI.create(SETUP));
        }
        return errors.processResponse(
                ErrorContext.builder(request)
                        .errorMessage("There is no admin yet. Open /setup in a browser first.")
                        .build(),
                HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE));
    }
}
