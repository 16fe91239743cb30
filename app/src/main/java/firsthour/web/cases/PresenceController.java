package firsthour.web.cases;

import static firsthour.language.Texts.t;

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
import java.time.Duration;
import org.reactivestreams.Publisher;

/// Who looks at a case and who writes, live. The state is in the database, so that people on
/// several nodes see each other.
@Controller("/cases/{id}")
@Secured(Roles.VIEWER_OR_ABOVE)
final class PresenceController {
    /// A page asks anew after that: whoever may not read any more is gone by then.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Presence presence;
    private final OpenPages pages;

    PresenceController(Presence presence, OpenPages pages) {
        this.presence = presence;
        this.pages = pages;
    }

    /// What was asked for and refused.
    @Introspected
    record Busy(String detail) {}

    @Get("/presence")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<OpenPages.Told>> watch(long id, SignedIn reader) {
        var seat = presence.sit(id, reader.memberId()).orElseThrow(CaseParts::missing);
        return pages.watch(id, seat, reader.memberId()).map(Event::of).take(LONGEST);
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
        return t(
                "{0} is writing to this customer already. Talk to {1} before you post; what you type stays.",
                other.name(), other.name());
    }
}
