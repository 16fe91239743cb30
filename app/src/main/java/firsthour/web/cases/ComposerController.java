package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.response.Drafts;
import firsthour.response.Saving;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.web.cases.CaseAnswers.Asked;
import firsthour.web.cases.CasePages.Setting;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
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
import io.micronaut.views.ModelAndView;
import java.util.Map;

/// Keeps a reply as it is written, and says what the check finds.
@Controller("/cases/{id}")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class ComposerController {
    private final Drafts drafts;
    private final CheckViews checks;
    private final CaseAnswers answers;
    private final CasePages pages;

    ComposerController(Drafts drafts, CheckViews checks, CaseAnswers answers, CasePages pages) {
        this.drafts = drafts;
        this.checks = checks;
        this.answers = answers;
        this.pages = pages;
    }

    @Post("/compose-acknowledge")
    HttpResponse<?> acknowledge(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        return compose(id, Deed.ACKNOWLEDGE, ReplyForm.of(fields), reader, request);
    }

    @Post("/compose-answer")
    HttpResponse<?> answer(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        return compose(id, Deed.ANSWER, ReplyForm.of(fields), reader, request);
    }

    @Post("/compose-follow-up")
    HttpResponse<?> followUp(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        return compose(id, Deed.FOLLOW_UP, ReplyForm.of(fields), reader, request);
    }

    private HttpResponse<?> compose(
            long id, Deed deed, ReplyForm form, SignedIn reader, HttpRequest<?> request) {
        pages.requireCase(id);
        var asked = Asked.of(request, id, reader, form.queue());
        var saving =
                drafts.save(
                        id,
                        CaseParts.actor(reader),
                        CheckViews.kind(deed),
                        form.text(),
                        form.draft());
        return asked.inPlace()
                ? below(asked, deed, form, saving)
                : page(asked, Panels.reply(deed, form, FormErrors.NONE), saving);
    }

    /// What stands below the words.
    private HttpResponse<?> below(Asked asked, Deed deed, ReplyForm form, Saving saving) {
        var view =
                checks.of(
                        asked.caseId(),
                        asked.reader().memberId(),
                        deed,
                        form.text(),
                        form.reasons(),
                        saving);
        return HttpResponse.status(status(saving))
                .body(
                        new ModelAndView<>(
                                "cases/check",
                                saving instanceof Saving.Saved ? view : view.at(form.draft())));
    }

    /// The whole page, for browsers without a script.
    private HttpResponse<?> page(Asked asked, Panels typed, Saving saving) {
        var panels = saving instanceof Saving.Saved(var version) ? typed.drafted(version) : typed;
        var told =
                switch (saving) {
                    case Saving.Saved _ -> null;
                    case Saving.Elsewhere _ ->
                            Notice.problem(
                                    t(
                                            "You wrote something else in another window. Both are kept: this text here, the other one in its window."));
                    case Saving.NotPossible(var advice) -> Notice.problem(advice);
                };
        return HttpResponse.status(status(saving))
                .body(
                        answers.view(
                                asked,
                                CaseAnswers.PAGE,
                                new Setting(asked.queue(), panels, told, false)));
    }

    private static HttpStatus status(Saving saving) {
        return switch (saving) {
            case Saving.Saved _ -> HttpStatus.OK;
            case Saving.Elsewhere _ -> HttpStatus.CONFLICT;
            case Saving.NotPossible _ -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }
}
