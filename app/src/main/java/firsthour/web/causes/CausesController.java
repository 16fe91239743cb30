package firsthour.web.causes;

import static firsthour.language.Texts.t;

import firsthour.causes.Cause;
import firsthour.causes.Causes;
import firsthour.causes.Deciding;
import firsthour.language.CauseTitles;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.web.cases.CaseParts;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import org.jspecify.annotations.Nullable;

/// Causes, and what colleagues know of them.
@Controller("/causes")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class CausesController {
    private final Causes causes;
    private final Pages pages;

    CausesController(Causes causes, Pages pages) {
        this.causes = causes;
        this.pages = pages;
    }

    @Get
    @View("causes/list")
    CauseView.All list() {
        return new CauseView.All(causes.list());
    }

    @Get("/{id}")
    @View("causes/cause")
    CauseView show(long id, SignedIn reader) {
        var cause = get(id);
        return view(
                cause,
                reader,
                CauseTitles.say(cause.title()),
                cause.facts().orElse(""),
                FormErrors.NONE,
                null);
    }

    @Post("/{id}")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> write(long id, @Body CauseForm form, SignedIn reader) {
        var stored = get(id).title();
        var title = Pages.text(form.title());
        var facts = Pages.text(form.facts());
        return answer(
                id,
                causes.write(
                        id,
                        form.version(),
                        CaseParts.actor(reader),
                        // As it was shown, nobody has typed it: it stays one for each language.
                        title.strip().equals(CauseTitles.say(stored)) ? stored : title,
                        facts),
                t("Kept: whoever replies to one of these cases reads it."),
                reader,
                title,
                facts);
    }

    @Post("/{id}/close")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> close(long id, @Body CauseForm form, SignedIn reader) {
        var cause = get(id);
        return answer(
                id,
                causes.close(id, form.version(), CaseParts.actor(reader)),
                t("Closed: nothing is added to it any more."),
                reader,
                CauseTitles.say(cause.title()),
                cause.facts().orElse(""));
    }

    @Post("/{id}/reopen")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> reopen(long id, @Body CauseForm form, SignedIn reader) {
        var cause = get(id);
        return answer(
                id,
                causes.reopen(id, form.version(), CaseParts.actor(reader)),
                t("It goes on: what is about the same is added to it."),
                reader,
                CauseTitles.say(cause.title()),
                cause.facts().orElse(""));
    }

    private HttpResponse<?> answer(
            long id, Deciding deciding, String done, SignedIn reader, String title, String facts) {
        return switch (deciding) {
            case Deciding.Done _ -> pages.seeOther("/causes/" + id, Notice.done(done));
            case Deciding.Invalid(String field, String words) ->
                    page(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            view(get(id), reader, title, facts, FormErrors.of(field, words), null));
            case Deciding.Refused(String words, _) ->
                    page(
                            HttpStatus.CONFLICT,
                            view(
                                    get(id),
                                    reader,
                                    title,
                                    facts,
                                    FormErrors.NONE,
                                    Notice.problem(words)));
        };
    }

    private static HttpResponse<?> page(HttpStatus status, CauseView view) {
        return HttpResponse.status(status).body(new ModelAndView<>("causes/cause", view));
    }

    private CauseView view(
            Cause cause,
            SignedIn reader,
            String title,
            String facts,
            FormErrors errors,
            @Nullable Notice told) {
        return new CauseView(
                cause,
                causes.findCases(cause.id()),
                reader.may(Role.AGENT),
                title,
                facts,
                errors,
                told);
    }

    private Cause get(long id) {
        return causes.find(id)
                .orElseThrow(() ->
                        new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such cause"));
    }
}
