package firsthour.web.shell;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Ends a notice with the page that shows it.
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class SpentNotices {
    private final Notices notices;

    SpentNotices(Notices notices) {
        this.notices = notices;
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        notices.spent(request).ifPresent(response::cookie);
    }
}
