package firsthour.api;

import firsthour.response.Recording;
import firsthour.response.Replies;
import firsthour.response.ReplyDraft;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.time.Clock;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was said on a case elsewhere. Each deed names the version of the case that was seen.
@Controller(ApiPath.ROOT + "/cases/{id}")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope WORK")
final class ApiRepliesController {
    private final Replies replies;
    private final CaseWork work;
    private final Clock clock;

    ApiRepliesController(Replies replies, CaseWork work, Clock clock) {
        this.replies = replies;
        this.work = work;
        this.clock = clock;
    }

    /// Records a first public word that was posted elsewhere.
    @Post("/acknowledge")
    HttpResponse<Standing> acknowledge(
            long id,
            @Body @Schema(implementation = Sent.Reply.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Reply.class,
                (actor, sent) ->
                        recorded(replies.acknowledge(id, sent.version(), actor, draft(sent))));
    }

    /// Records a public reply of substance that was posted elsewhere.
    @Post("/answer")
    HttpResponse<Standing> answer(
            long id,
            @Body @Schema(implementation = Sent.Reply.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Reply.class,
                (actor, sent) -> recorded(replies.answer(id, sent.version(), actor, draft(sent))));
    }

    /// Records one line, posted elsewhere, that asks whether all is well on a case that was
    /// answered: it stops no clock.
    @Post("/follow-up")
    HttpResponse<Standing> followUp(
            long id,
            @Body @Schema(implementation = Sent.Reply.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Reply.class,
                (actor, sent) ->
                        recorded(replies.followUp(id, sent.version(), actor, draft(sent))));
    }

    private static Standing recorded(Recording recording) {
        return switch (recording) {
            case Recording.Recorded(var replyId, var changed) ->
                    Standing.recorded(changed, replyId);
            case Recording.Invalid(var problems) -> throw CaseWork.wrong(problems);
            case Recording.Refused(var outcome) -> CaseWork.done(outcome);
        };
    }

    private ReplyDraft draft(Sent.Reply sent) {
        return new ReplyDraft(sent.text(), sent.url() == null ? "" : sent.url(), postedAt(sent));
    }

    private Instant postedAt(Sent.Reply sent) {
        if (sent.postedAt() == null) {
            return clock.instant();
        }
        return Moment.read("postedAt", sent.postedAt());
    }
}
