package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.response.Approving;
import firsthour.response.Drafts;
import firsthour.response.Looking;
import firsthour.response.Presence;
import firsthour.response.SecondLookRequests;
import firsthour.response.SecondLooks;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.web.cases.CaseAnswers.Asked;
import firsthour.web.cases.CasePages.Setting;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/// Asks a colleague to look at a reply before it is posted, and takes what the colleague says.
@Controller("/cases/{id}")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class LooksController {
    private final SecondLookRequests requests;
    private final SecondLooks looks;
    private final Drafts drafts;
    private final Presence presence;
    private final CheckViews checks;
    private final CaseAnswers answers;
    private final DispatchAnswers dispatches;

    LooksController(
            SecondLookRequests requests,
            SecondLooks looks,
            Drafts drafts,
            Presence presence,
            CheckViews checks,
            CaseAnswers answers,
            DispatchAnswers dispatches) {
        this.requests = requests;
        this.looks = looks;
        this.drafts = drafts;
        this.presence = presence;
        this.checks = checks;
        this.answers = answers;
        this.dispatches = dispatches;
    }

    @Post("/look-acknowledge")
    HttpResponse<?> acknowledge(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        return ask(id, Deed.ACKNOWLEDGE, fields, reader, request);
    }

    @Post("/look-answer")
    HttpResponse<?> answer(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        return ask(id, Deed.ANSWER, fields, reader, request);
    }

    /// What the check finds in the words as a colleague has changed them; nothing is kept.
    @Post("/compose-look")
    HttpResponse<?> read(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        var form = ReplyForm.of(fields);
        var asked = Asked.of(request, id, reader, form.queue());
        return asked.inPlace()
                ? looks.findByCase(id).stream()
                        .filter(look -> look.id() == ReplyForm.number(fields, "look"))
                        .findFirst()
                        .<HttpResponse<?>>map(look ->
                                HttpResponse.ok(
                                        new ModelAndView<>(
                                                "cases/check",
                                                checks.ofLook(look, form.text(), form.reasons()))))
                        .orElseThrow(LooksController::missing)
                : HttpResponse.ok(
                        answers.view(
                                asked,
                                CaseAnswers.PAGE,
                                new Setting(asked.queue(), typed(fields), null, false)));
    }

    @Post("/looks/{look}/approve")
    HttpResponse<?> approve(
            long id,
            long look,
            @Body Map<String, String> fields,
            SignedIn reader,
            HttpRequest<?> request) {
        var form = ReplyForm.of(fields);
        var asked = Asked.of(request, id, reader, form.queue());
        var approving =
                found(() ->
                        looks.approve(
                                id,
                                form.version(),
                                look,
                                CaseParts.actor(reader),
                                form.text(),
                                form.reasons()));
        return switch (approving) {
            case Approving.ForCopying _ ->
                    answers.done(asked, t("Approved. Its author posts it by hand."), false);
            case Approving.Sent(var dispatch) ->
                    dispatches.to(asked, dispatch, typed(fields), it -> it);
        };
    }

    @Post("/looks/{look}/send-back")
    HttpResponse<?> sendBack(
            long id,
            long look,
            @Body Map<String, String> fields,
            SignedIn reader,
            HttpRequest<?> request) {
        var form = ReplyForm.of(fields);
        var note = Pages.text(fields.get("note"));
        return answer(
                Asked.of(request, id, reader, form.queue()),
                found(() ->
                        looks.sendBack(
                                id,
                                form.version(),
                                look,
                                CaseParts.actor(reader),
                                form.text(),
                                note)),
                t("Sent back. Its author reads your note on the case."),
                typed(fields));
    }

    @Post("/looks/{look}/withdraw")
    HttpResponse<?> withdraw(
            long id, long look, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answer(
                Asked.of(request, id, reader, form.queue()),
                found(() -> looks.withdraw(id, form.version(), look, CaseParts.actor(reader))),
                t("Taken back: nobody is asked any more."),
                answers.fresh(reader));
    }

    private HttpResponse<?> ask(
            long id,
            Deed deed,
            Map<String, String> fields,
            SignedIn reader,
            HttpRequest<?> request) {
        var form = ReplyForm.of(fields);
        var asked = Asked.of(request, id, reader, form.queue());
        var typed = Panels.reply(deed, form, FormErrors.NONE);
        var actor = CaseParts.actor(reader);
        var kind = CheckViews.kind(deed);
        drafts.save(id, actor, kind, form.text(), form.draft());
        var looking =
                requests.ask(
                        id,
                        form.version(),
                        actor,
                        kind,
                        form.text(),
                        form.reasons(),
                        ColleagueForm.member(fields.get("colleague")));
        if (looking instanceof Looking.Asked) {
            presence.stopDrafting(id, reader.memberId());
        }
        return answer(
                asked, looking, t("Asked. It lapses by itself in time for the customer."), typed);
    }

    private HttpResponse<?> answer(Asked asked, Looking looking, String done, Panels typed) {
        return switch (looking) {
            case Looking.Asked _, Looking.Done _ -> answers.done(asked, done, false);
            case Looking.Invalid(String field, String message) ->
                    answers.again(
                            asked,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            message,
                            typed.with(FormErrors.of(field, message)));
            case Looking.Refused(var why) -> answers.to(asked, why, done, false, typed);
        };
    }

    private static Panels typed(Map<String, String> fields) {
        return Panels.look(ReplyForm.of(fields), Pages.text(fields.get("note")));
    }

    private static <T> T found(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (NoSuchElementException e) {
            throw missing();
        }
    }

    private static HttpStatusException missing() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such second look");
    }
}
