package firsthour.api;

import firsthour.brand.Arrival;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.brand.WebhookSecrets;
import firsthour.intake.Inbound;
import firsthour.security.Signed;
import firsthour.time.Clock;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where other systems send posts. The bytes are proven before anything reads them.
@Controller("/hooks")
@Secured(SecurityRule.IS_ANONYMOUS)
@Signed
@ExecuteOn(TaskExecutors.BLOCKING)
final class HookController {
    private static final int MOST_BYTES = 1_000_000;

    private final Sources sources;
    private final WebhookSecrets secrets;
    private final Throttle throttle;
    private final Inbound inbound;
    private final Clock clock;

    HookController(
            Sources sources,
            WebhookSecrets secrets,
            Throttle throttle,
            Inbound inbound,
            Clock clock) {
        this.sources = sources;
        this.secrets = secrets;
        this.throttle = throttle;
        this.inbound = inbound;
        this.clock = clock;
    }

    @Post("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> receive(String id, HttpRequest<?> request, @Body @Nullable InputStream body)
            throws IOException {
        var source = find(id);
        if (source.isEmpty()) {
            return missing();
        }
        if (request.getContentType().filter(MediaType.APPLICATION_JSON_TYPE::equals).isEmpty()) {
            return Problem.answer(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json.");
        }
        var bytes = read(request.getContentLength(), body);
        return bytes.isEmpty()
                ? Problem.answer(
                        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                        "The body has more than 1,000,000 bytes. Send the posts in several requests.")
                : prove(source.get(), request.getHeaders(), bytes.get());
    }

    private HttpResponse<?> prove(Source source, HttpHeaders headers, byte[] body) {
        return secrets.find(source.id())
                .flatMap(secret -> Proof.find(headers, body, secret, clock.instant()))
                .<HttpResponse<?>>map(request -> take(source, request, body))
                .orElseGet(() ->
                        Problem.answer(
                                HttpStatus.UNAUTHORIZED,
                                "The signature does not fit. Nothing was taken."));
    }

    private HttpResponse<?> take(Source source, String request, byte[] body) {
        var wait = throttle.count(new Throttle.Asking.Source(source.id()));
        if (wait.isPresent()) {
            var seconds = wait.get().toSeconds() + 1;
            return Problem.answer(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "More than %d requests came within a minute. Send this one again in %d seconds."
                                    .formatted(Throttle.MOST_TO_A_SOURCE, seconds))
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return switch (inbound.take(source, request, body)) {
            case Inbound.Outcome.Taken(var accepted, var rejected) ->
                    HttpResponse.ok(new Answer(accepted, rejected));
            case Inbound.Outcome.Repeated _ -> HttpResponse.ok(new Answer(0, List.of()));
            case Inbound.Outcome.Unreadable(var reason) ->
                    Problem.answer(HttpStatus.BAD_REQUEST, reason);
            case Inbound.Outcome.Gone _ -> missing();
        };
    }

    /// Reads a body; empty where it is too big. Closing the rest lets the sender finish and read
    /// the answer.
    ///
    /// @param length as the sender says; negative where it does not
    private static Optional<byte[]> read(long length, @Nullable InputStream body)
            throws IOException {
        if (body == null) {
            return Optional.of(new byte[0]);
        }
        try (body) {
            if (length > MOST_BYTES) {
                return Optional.empty();
            }
            var bytes = body.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
        }
    }

    private Optional<Source> find(String id) {
        try {
            return sources.find(Long.parseLong(id))
                    .filter(source -> source.arrival() == Arrival.SENT && source.enabled());
        } catch (NumberFormatException e) {
            return Optional.empty(); // no source has such an id
        }
    }

    private static HttpResponse<?> missing() {
        return Problem.answer(
                HttpStatus.NOT_FOUND,
                "Nothing takes posts here. Compare the address with the source's page, and see that"
                        + " it is switched on.");
    }
}
