package firsthour.api;

import firsthour.api.Problem.FieldProblem;
import firsthour.api.Standing.Posting;
import firsthour.response.Answering;
import firsthour.response.Dispatch;
import firsthour.response.Drafts;
import firsthour.response.Presence;
import firsthour.response.Sending;
import firsthour.response.check.Finding;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.ReplyKind;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Replies that are posted from here. Each deed names the version of the case that was seen.
@Controller(ApiPath.ROOT + "/cases/{id}")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope WORK")
final class ApiPostingController {
    private final Answering answering;
    private final Sending sending;
    private final Presence presence;
    private final CaseWork work;

    ApiPostingController(Answering answering, Sending sending, Presence presence, CaseWork work) {
        this.presence = presence;
        this.answering = answering;
        this.sending = sending;
        this.work = work;
    }

    /// Posts a first public word on the network.
    @Post("/post-acknowledge")
    HttpResponse<Standing> postAcknowledge(
            long id,
            @Body @Schema(implementation = Sent.Posting.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return post(id, Asked.of(request, body), ReplyKind.ACKNOWLEDGEMENT);
    }

    /// Posts a public reply of substance on the network.
    @Post("/post-answer")
    HttpResponse<Standing> postAnswer(
            long id,
            @Body @Schema(implementation = Sent.Posting.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return post(id, Asked.of(request, body), ReplyKind.ANSWER);
    }

    /// Posts one line on the network that asks whether all is well on a case that was answered: it
    /// stops no clock.
    @Post("/post-follow-up")
    HttpResponse<Standing> postFollowUp(
            long id,
            @Body @Schema(implementation = Sent.Posting.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return post(id, Asked.of(request, body), ReplyKind.FOLLOW_UP);
    }

    /// Has another attempt made at a reply that was not posted.
    @Post("/outgoing/{reply}/again")
    HttpResponse<Standing> again(
            long id,
            long reply,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> CaseWork.done(sending.tryAgain(reply, id, sent.version(), actor)));
    }

    /// Gives a reply up that was not posted.
    @Post("/outgoing/{reply}/drop")
    HttpResponse<Standing> drop(
            long id,
            long reply,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> CaseWork.done(sending.drop(reply, id, sent.version(), actor)));
    }

    private HttpResponse<Standing> post(long id, Asked asked, ReplyKind kind) {
        return work.post(
                id,
                asked,
                Sent.Posting.class,
                (actor, sent) ->
                        standing(
                                answering.post(
                                        id,
                                        sent.version(),
                                        alone(id, actor),
                                        kind,
                                        sent.text(),
                                        reasons(sent.reasons())),
                                sent.text(),
                                () -> work.get(id)));
    }

    /// How a case stands after something was to be posted on it.
    ///
    /// @param text that was sent
    /// @throws Refused when nothing was posted
    static Standing standing(Dispatch dispatch, String text, Supplier<Case> known) {
        return switch (dispatch) {
            case Dispatch.Posted() ->
                    Standing.posted(known.get(), Posting.POSTED, "Posted, and recorded here.");
            case Dispatch.Kept(var words) ->
                    Standing.posted(known.get(), Posting.ON_ITS_WAY, words);
            case Dispatch.Failed(var words) -> Standing.posted(known.get(), Posting.WAITS, words);
            case Dispatch.Refused(var outcome) -> CaseWork.done(outcome);
            case Dispatch.Invalid(var problems) -> throw CaseWork.wrong(problems);
            case Dispatch.Unready(var findings) ->
                    throw unready(findings, Drafts.tidy(text).strip());
        };
    }

    /// Two answers in public are worse than a minute's talk.
    private Actor alone(long id, Actor actor) {
        presence.findOther(id, actor.memberId())
                .ifPresent(other -> {
                    throw Refused.conflict(
                            ProblemCode.TAKEN,
                            "Nothing was posted: %s is writing to this customer already. Ask %s, or try it again later."
                                    .formatted(other.name(), other.name()));
                });
        return actor;
    }

    static Map<String, String> reasons(@Nullable Map<String, String> sent) {
        var reasons = Objects.requireNonNullElse(sent, Map.<String, String>of());
        reasons.forEach((key, reason) -> {
            if (reason == null) {
                throw Refused.field("reasons." + key, "Say why it stands, or leave it out.");
            }
        });
        return reasons;
    }

    static Refused unready(List<Finding> findings, String words) {
        return Refused.fields(
                findings.stream()
                        .map(finding ->
                                new FieldProblem(
                                        "reasons." + finding.key(words),
                                        finding.words() + " Mend it, or say here why it stands."))
                        .toList());
    }
}
