package firsthour.web.shell;

import firsthour.security.CsrfTokens;
import firsthour.security.SignedInBinder;
import firsthour.time.Clock;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/// Makes the frame of the page that answers a request.
@Singleton
final class Shells {
    private final CsrfTokens csrf;
    private final Notices notices;
    private final Clock clock;
    private final boolean sample;

    Shells(
            CsrfTokens csrf,
            Notices notices,
            Clock clock,
            @Value("${firsthour.demo:false}") boolean sample) {
        this.csrf = csrf;
        this.notices = notices;
        this.clock = clock;
        this.sample = sample;
    }

    Shell of(HttpRequest<?> request) {
        // A part of a page has no place for a notice: it waits for the next whole page.
        var notice = isPart(request) ? null : notices.take(request).orElse(null);
        return new Shell(
                SignedInBinder.of(request).orElse(null),
                request.getPath(),
                csrf.of(request),
                notice,
                clock.instant(),
                sample);
    }

    private static boolean isPart(HttpRequest<?> request) {
        return request.getHeaders().contains("HX-Request")
                && !request.getHeaders().contains("HX-Boosted");
    }
}
