package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.NoReplyReason;
import firsthour.triage.Waiting;
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
import java.util.Arrays;

/// Whose turn it is: ours, or the customer's.
@Controller("/cases/{id}")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class WaitingController {
    private final Waiting waiting;
    private final CasePages pages;
    private final CaseAnswers answers;

    WaitingController(Waiting waiting, CasePages pages, CaseAnswers answers) {
        this.waiting = waiting;
        this.pages = pages;
        this.answers = answers;
    }

    @Post("/wait")
    HttpResponse<?> begin(long id, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                waiting.begin(id, form.version(), CaseParts.actor(reader)),
                t("Waiting for the customer. The clocks run on when something is written."),
                false);
    }

    @Post("/end-wait")
    HttpResponse<?> end(long id, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                waiting.end(id, form.version(), CaseParts.actor(reader)),
                t("It is our turn again: the clocks run on."),
                false);
    }

    @Post("/leave")
    HttpResponse<?> leave(long id, @Body LeaveForm form, SignedIn reader, HttpRequest<?> request) {
        var asked = Asked.of(request, id, reader, form.queue());
        var typed = Panels.chosen(Deed.LEAVE, form.reason(), pages.now(reader));
        return Arrays.stream(NoReplyReason.values())
                .filter(each -> each.name().equals(form.reason()))
                .findFirst()
                .<HttpResponse<?>>map(reason ->
                        answers.to(
                                asked,
                                waiting.leaveUnanswered(
                                        id, form.version(), CaseParts.actor(reader), reason),
                                t("No reply is needed: {0}.", reason.words()),
                                false,
                                typed))
                .orElseGet(() ->
                        answers.again(
                                asked,
                                HttpStatus.UNPROCESSABLE_ENTITY,
                                t("Nothing was changed: choose a reason first."),
                                typed.with(
                                        FormErrors.of(
                                                "reason", t("Choose why no reply is needed.")))));
    }
}
