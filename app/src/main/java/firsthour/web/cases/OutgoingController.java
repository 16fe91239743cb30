package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.response.Answering;
import firsthour.response.Drafts;
import firsthour.response.Presence;
import firsthour.response.Saving;
import firsthour.response.Sending;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.ReplyKind;
import firsthour.web.cases.CaseAnswers.Asked;
import firsthour.web.shell.FormErrors;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Map;

/// Replies that are posted from here.
@Controller("/cases/{id}")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class OutgoingController {
    private final Answering answering;
    private final Drafts drafts;
    private final Sending sending;
    private final Presence presence;
    private final CaseAnswers answers;
    private final DispatchAnswers dispatches;

    OutgoingController(
            Answering answering,
            Drafts drafts,
            Sending sending,
            Presence presence,
            CaseAnswers answers,
            DispatchAnswers dispatches) {
        this.answering = answering;
        this.drafts = drafts;
        this.sending = sending;
        this.presence = presence;
        this.answers = answers;
        this.dispatches = dispatches;
    }

    @Post("/post-acknowledge")
    HttpResponse<?> acknowledge(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        var form = ReplyForm.of(fields);
        return post(Asked.of(request, id, reader, form.queue()), Deed.ACKNOWLEDGE, form);
    }

    @Post("/post-answer")
    HttpResponse<?> answer(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        var form = ReplyForm.of(fields);
        return post(Asked.of(request, id, reader, form.queue()), Deed.ANSWER, form);
    }

    @Post("/post-follow-up")
    HttpResponse<?> followUp(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        var form = ReplyForm.of(fields);
        return post(Asked.of(request, id, reader, form.queue()), Deed.FOLLOW_UP, form);
    }

    @Post("/outgoing/{reply}/again")
    HttpResponse<?> again(
            long id, long reply, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                sending.tryAgain(reply, id, form.version(), CaseParts.actor(reader)),
                t("It is tried again within seconds."),
                false);
    }

    @Post("/outgoing/{reply}/drop")
    HttpResponse<?> drop(
            long id, long reply, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                sending.drop(reply, id, form.version(), CaseParts.actor(reader)),
                t("Given up: it is not sent again."),
                false);
    }

    private HttpResponse<?> post(Asked asked, Deed deed, ReplyForm form) {
        var typed = Panels.reply(deed, form, FormErrors.NONE);
        var other = presence.findOther(asked.caseId(), asked.reader().memberId());
        if (other.isPresent()) {
            // Two answers in public are worse than a minute's talk.
            return answers.again(
                    asked,
                    HttpStatus.CONFLICT,
                    t("Nothing was posted.") + " " + PresenceController.busy(other.get()),
                    typed);
        }
        var kind = CheckViews.kind(deed);
        var actor = CaseParts.actor(asked.reader());
        var dispatch =
                answering.post(
                        asked.caseId(), form.version(), actor, kind, form.text(), form.reasons());
        return dispatches.to(asked, dispatch, typed, it -> kept(asked, it, kind));
    }

    /// What was not posted is a draft.
    private Panels kept(Asked asked, Panels typed, ReplyKind kind) {
        return drafts.save(
                                asked.caseId(),
                                CaseParts.actor(asked.reader()),
                                kind,
                                typed.text(),
                                typed.draft())
                        instanceof Saving.Saved(var version)
                ? typed.drafted(version)
                : typed;
    }
}
