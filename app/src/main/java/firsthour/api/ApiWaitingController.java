package firsthour.api;

import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.Waiting;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Whose turn it is on a case. Each deed names the version of the case that was seen.
@Controller(ApiPath.ROOT + "/cases/{id}")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope WORK")
final class ApiWaitingController {
    private final Waiting waiting;
    private final CaseWork work;

    ApiWaitingController(Waiting waiting, CaseWork work) {
        this.waiting = waiting;
        this.work = work;
    }

    /// Waits for the customer: the clocks pause until something is written.
    @Post("/wait")
    HttpResponse<Standing> beginWaiting(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> CaseWork.done(waiting.begin(id, sent.version(), actor)));
    }

    /// Waits for the customer no longer: the clocks run on.
    @Post("/end-wait")
    HttpResponse<Standing> endWaiting(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> CaseWork.done(waiting.end(id, sent.version(), actor)));
    }

    /// Leaves what the customer wrote last without a reply.
    @Post("/leave")
    HttpResponse<Standing> leave(
            long id,
            @Body @Schema(implementation = Sent.Leaving.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Leaving.class,
                (actor, sent) ->
                        CaseWork.done(
                                waiting.leaveUnanswered(id, sent.version(), actor, sent.reason())));
    }
}
