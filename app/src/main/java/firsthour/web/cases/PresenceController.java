package firsthour.web.cases;

import firsthour.response.Presence;
import firsthour.response.Present;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Who looks at a case and who writes, live. The state is in the database, so that people on
/// several nodes see each other.
@Controller("/cases/{id}")
@Secured(Roles.VIEWER_OR_ABOVE)
final class PresenceController {
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// Looks after which somebody is heard of, and a connection that nobody reads is noticed.
    private static final int BEAT = 10;

    /// A page asks anew after that: whoever may not read any more is gone by then.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Presence presence;
    private final ExecutorService blocking;
    private final Scheduler scheduler;

    PresenceController(Presence presence, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.presence = presence;
        this.blocking = blocking;
        this.scheduler = Schedulers.fromExecutorService(blocking);
    }

    /// What one page is told.
    ///
    /// @param words of the others; empty where there is nobody else
    /// @param busy whether somebody else writes
    /// @param beat changes although nothing else does
    @Introspected
    record Told(String words, boolean busy, long beat) {}

    /// What was asked for and refused.
    @Introspected
    record Busy(String detail) {}

    @Get("/presence")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<Told>> watch(long id, SignedIn reader) {
        var seat = presence.sit(id, reader.memberId()).orElseThrow(CaseAnswers::missing);
        return Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .publishOn(scheduler, 1)
                .map(tick -> look(id, seat, reader, tick))
                .distinctUntilChanged()
                .map(Event::of)
                .take(LONGEST)
                .doFinally(_ -> leave(seat));
    }

    /// A node that stops leaves its seats to time.
    private void leave(String seat) {
        if (!blocking.isShutdown()) {
            blocking.execute(() -> presence.leave(seat));
        }
    }

    /// Somebody writes to the customer.
    @Post("/drafting")
    @Secured(Roles.AGENT_OR_ABOVE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> draft(long id, SignedIn reader) {
        return presence.draft(id, reader.memberId())
                .<HttpResponse<?>>map(other ->
                        HttpResponse.status(HttpStatus.CONFLICT).body(new Busy(busy(other))))
                .orElseGet(HttpResponse::noContent);
    }

    /// Somebody stopped writing.
    @Post("/drafting/end")
    @Secured(Roles.AGENT_OR_ABOVE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(long id, SignedIn reader) {
        presence.stopDrafting(id, reader.memberId());
        return HttpResponse.noContent();
    }

    static String busy(Present.Drafter other) {
        return "%s is writing to this customer already. Talk to %s before you post; what you type stays."
                .formatted(other.name(), other.name());
    }

    private Told look(long id, String seat, SignedIn reader, long tick) {
        long beat = tick / BEAT;
        if (tick % BEAT == 0) {
            presence.stay(seat);
        }
        var present = presence.find(id);
        return new Told(
                present.inWords(reader.memberId()),
                present.drafter().filter(one -> one.memberId() != reader.memberId()).isPresent(),
                beat);
    }
}
