package firsthour.web.praise;

import static firsthour.language.Texts.t;

import firsthour.response.Dispatch;
import firsthour.response.Praise;
import firsthour.response.ReplyDraft;
import firsthour.response.ReplyDraft.Problem;
import firsthour.response.Thanks;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.Outcome;
import firsthour.web.cases.CaseParts;
import firsthour.web.cases.ReplyForm;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Praise: a list, and a page for each where its author is thanked.
@Controller("/praise")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class PraiseController {
    private final Thanks thanks;
    private final PraiseViews views;
    private final Pages pages;

    PraiseController(Thanks thanks, PraiseViews views, Pages pages) {
        this.thanks = thanks;
        this.views = views;
        this.pages = pages;
    }

    @Get
    @View("praise/list")
    PraiseView.Listed list(
            @QueryValue(defaultValue = "0") long brand,
            @QueryValue(defaultValue = "open") String show,
            @QueryValue(defaultValue = "9223372036854775807") long before) {
        var which =
                Arrays.stream(Praise.Which.values())
                        .filter(each -> each.name().equalsIgnoreCase(show))
                        .findFirst()
                        .orElse(Praise.Which.OPEN);
        return views.list(brand, which, before);
    }

    @Get("/{id}")
    @View("praise/praise")
    PraiseView show(long id, SignedIn reader) {
        return views.find(id, reader).orElseThrow(PraiseController::missing);
    }

    /// What the check says while somebody types; the whole page for browsers without a script.
    @Post("/{id}/check")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> check(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        var view = typed(id, ReplyForm.of(fields), reader, FormErrors.NONE, "");
        return HttpResponse.ok(
                CaseParts.isInPlace(request)
                        ? new ModelAndView<>("cases/check", view.check())
                        : new ModelAndView<>("praise/praise", view));
    }

    @Post("/{id}/post")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> post(long id, @Body Map<String, String> fields, SignedIn reader) {
        var form = ReplyForm.of(fields);
        known(id);
        return answer(
                id,
                form,
                thanks.post(id, CaseParts.actor(reader), form.text(), form.reasons()),
                t("Thanked, in public and here."),
                reader);
    }

    @Post("/{id}/record")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> record(long id, @Body Map<String, String> fields, SignedIn reader) {
        var form = ReplyForm.of(fields);
        known(id);
        var at = form.postedAt(reader.zone());
        if (at.isEmpty()) {
            return again(
                    typed(
                            id,
                            form,
                            reader,
                            FormErrors.of(
                                    "postedAt",
                                    t("Enter date and time, such as 2026-11-16 14:05.")),
                            ""));
        }
        var draft = new ReplyDraft(form.text(), form.url(), at.get());
        return answer(
                id,
                form,
                thanks.record(id, CaseParts.actor(reader), draft, form.reasons()),
                t("The thanks are recorded."),
                reader);
    }

    @Post("/{id}/again")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> again(long id, SignedIn reader) {
        known(id);
        return switch (thanks.tryAgain(id, CaseParts.actor(reader))) {
            case Dispatch.Posted _ -> on(id, Notice.done(t("Thanked, in public and here.")));
            case Dispatch.Kept(var words) -> on(id, Notice.problem(words));
            case Dispatch.Failed(var words) -> on(id, Notice.problem(words));
            case Dispatch.Refused(var outcome) -> on(id, Notice.problem(outcome.inWords()));
            case Dispatch.Unready _ -> on(id, Notice.problem(t("Give it up and mend the words.")));
            case Dispatch.Invalid(var problems) ->
                    on(id, Notice.problem(problems.getFirst().words()));
        };
    }

    @Post("/{id}/drop")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> drop(long id, SignedIn reader) {
        known(id);
        return on(
                id,
                thanks.drop(id, CaseParts.actor(reader))
                        .map(Outcome::inWords)
                        .map(Notice::problem)
                        .orElseGet(() -> Notice.done(t("Given up: it is not sent again."))));
    }

    private HttpResponse<?> answer(
            long id, ReplyForm form, Dispatch dispatch, String done, SignedIn reader) {
        return switch (dispatch) {
            case Dispatch.Posted _ -> on(id, Notice.done(done));
            case Dispatch.Kept(var words) -> on(id, Notice.done(words));
            case Dispatch.Failed(var words) -> on(id, Notice.problem(words));
            case Dispatch.Refused(var outcome) ->
                    HttpResponse.status(HttpStatus.CONFLICT)
                            .body(
                                    new ModelAndView<>(
                                            "praise/praise",
                                            typed(
                                                    id,
                                                    form,
                                                    reader,
                                                    FormErrors.NONE,
                                                    outcome.inWords())));
            case Dispatch.Unready _ ->
                    again(
                            typed(
                                    id,
                                    form,
                                    reader,
                                    FormErrors.NONE,
                                    t(
                                            "Nothing was posted. Mend what is found below the words, or say why it stands.")));
            case Dispatch.Invalid(var problems) ->
                    again(
                            typed(
                                    id,
                                    form,
                                    reader,
                                    new FormErrors(
                                            problems.stream()
                                                    .collect(
                                                            Collectors.toMap(
                                                                    Problem::field,
                                                                    Problem::words))),
                                    ""));
        };
    }

    private HttpResponse<?> on(long id, Notice notice) {
        return pages.seeOther("/praise/" + id, notice);
    }

    private static HttpResponse<?> again(PraiseView view) {
        return Pages.again("praise/praise", view);
    }

    private PraiseView typed(
            long id, ReplyForm form, SignedIn reader, FormErrors errors, String wrong) {
        return views.find(id, reader, form, errors, wrong.isEmpty() ? null : wrong)
                .orElseThrow(PraiseController::missing);
    }

    private void known(long id) {
        if (thanks.find(id).isEmpty()) {
            throw missing();
        }
    }

    private static HttpStatusException missing() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such praise");
    }
}
