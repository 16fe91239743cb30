package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.api.Standing.Posting;
import firsthour.response.Dispatch;
import firsthour.response.Drafts;
import firsthour.response.ReplyDraft;
import firsthour.response.Thanks;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Thanks for praise, once for each post.
@Controller(ApiPath.ROOT + "/praise/{id}")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Praise")
@Tag(name = "scope WORK")
final class ApiThanksController {
    private final Thanks thanks;
    private final Bodies bodies;
    private final Once once;
    private final Clock clock;

    ApiThanksController(Thanks thanks, Bodies bodies, Once once, Clock clock) {
        this.thanks = thanks;
        this.bodies = bodies;
        this.once = once;
        this.clock = clock;
    }

    /// What became of thanks.
    ///
    /// @param id of the mention
    /// @param posting null where they were given up
    /// @param words the same in words, and what happens next
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Said(long id, @Nullable Posting posting, String words) {}

    /// Posts thanks below the praise.
    @Post("/post")
    HttpResponse<Said> postThanks(
            long id,
            @Body @Schema(implementation = Sent.Thanking.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        var asked = Asked.of(request, body);
        return once.around(
                asked,
                Said.class,
                () -> {
                    var sent = bodies.read(asked.body(), Sent.Thanking.class);
                    known(id);
                    return said(
                            id,
                            thanks.post(
                                    id,
                                    asked.actor(),
                                    sent.text(),
                                    ApiPostingController.reasons(sent.reasons())),
                            sent.text());
                });
    }

    /// Records thanks that were posted elsewhere.
    @Post("/record")
    HttpResponse<Said> recordThanks(
            long id,
            @Body @Schema(implementation = Sent.Thanked.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        var asked = Asked.of(request, body);
        return once.within(
                asked,
                Said.class,
                () -> {
                    var sent = bodies.read(asked.body(), Sent.Thanked.class);
                    known(id);
                    var draft =
                            new ReplyDraft(
                                    sent.text(),
                                    sent.url() == null ? "" : sent.url(),
                                    sent.postedAt() == null
                                            ? clock.instant()
                                            : Moment.read("postedAt", sent.postedAt()));
                    return said(id, thanks.record(id, asked.actor(), draft, Map.of()), "");
                });
    }

    /// Has another attempt made at thanks that were not posted. Takes no body.
    @Post("/again")
    Said tryThanksAgain(long id, HttpRequest<?> request) {
        known(id);
        return said(id, thanks.tryAgain(id, Asked.of(request, null).actor()), "");
    }

    /// Gives thanks up that were not posted. Takes no body.
    @Post("/drop")
    Said dropThanks(long id, HttpRequest<?> request) {
        known(id);
        thanks.drop(id, Asked.of(request, null).actor())
                .ifPresent(refused -> {
                    throw CaseWork.refused(refused);
                });
        return new Said(id, null, "Given up: it is not sent again.");
    }

    private static Said said(long id, Dispatch dispatch, String words) {
        return switch (dispatch) {
            case Dispatch.Posted() -> new Said(id, Posting.POSTED, "Thanked, and recorded here.");
            case Dispatch.Kept(var why) -> new Said(id, Posting.ON_ITS_WAY, why);
            case Dispatch.Failed(var why) -> new Said(id, Posting.WAITS, why);
            case Dispatch.Refused(var outcome) -> throw CaseWork.refused(outcome);
            case Dispatch.Invalid(var problems) -> throw CaseWork.wrong(problems);
            case Dispatch.Unready(var findings) ->
                    throw ApiPostingController.unready(findings, Drafts.tidy(words).strip());
        };
    }

    private void known(long id) {
        if (thanks.find(id).isEmpty()) {
            throw Refused.missing("praise", id);
        }
    }
}
