package firsthour.web.causes;

import static firsthour.language.Texts.t;

import firsthour.causes.Causes;
import firsthour.causes.Deciding;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.triage.Cases;
import firsthour.web.cases.CaseParts;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;

/// The cause of a case: put in and taken out by hand.
@Controller("/cases/{id}/cause")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class CaseCauseController {
    private final Causes causes;
    private final Cases cases;

    CaseCauseController(Causes causes, Cases cases) {
        this.causes = causes;
        this.cases = cases;
    }

    @Get
    HttpResponse<?> show(long id, SignedIn reader, HttpRequest<?> request) {
        return page(id, HttpStatus.OK, reader, request, "", FormErrors.NONE, null);
    }

    @Post
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> put(
            long id, @Body CaseCauseForm form, SignedIn reader, HttpRequest<?> request) {
        var title = Pages.text(form.title());
        var chosen = form.causeId();
        var decided =
                chosen == null
                        ? causes.open(id, form.seenId(), CaseParts.actor(reader), title)
                        : causes.put(id, form.seenId(), CaseParts.actor(reader), chosen);
        return answer(
                id,
                decided,
                t("Grouped. It stays there until somebody takes it out."),
                title,
                reader,
                request);
    }

    @Post("/remove")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> remove(
            long id, @Body CaseCauseForm form, SignedIn reader, HttpRequest<?> request) {
        var seen = form.seenId();
        return answer(
                id,
                causes.takeOut(id, seen == null ? 0 : seen, CaseParts.actor(reader)),
                t("Taken out. It is not put back by itself."),
                "",
                reader,
                request);
    }

    private HttpResponse<?> answer(
            long id,
            Deciding deciding,
            String done,
            String title,
            SignedIn reader,
            HttpRequest<?> request) {
        return switch (deciding) {
            case Deciding.Done _ ->
                    page(
                            id,
                            HttpStatus.OK,
                            reader,
                            request,
                            "",
                            FormErrors.NONE,
                            Notice.done(done));
            case Deciding.Invalid(String field, String words) ->
                    page(
                            id,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            reader,
                            request,
                            title,
                            FormErrors.of(field, words),
                            null);
            case Deciding.Refused(String words, _) ->
                    page(
                            id,
                            HttpStatus.CONFLICT,
                            reader,
                            request,
                            title,
                            FormErrors.NONE,
                            Notice.problem(words));
        };
    }

    private HttpResponse<?> page(
            long id,
            HttpStatus status,
            SignedIn reader,
            HttpRequest<?> request,
            String typed,
            FormErrors errors,
            @Nullable Notice told) {
        var known = CaseParts.known(cases, id);
        var cause = causes.findOf(id).orElse(null);
        var view =
                new CauseView.OfCase(
                        id,
                        cause,
                        causes.findGoingOn(known.brandId()).stream()
                                .filter(it -> cause == null || it.id() != cause.id())
                                .toList(),
                        reader.may(Role.AGENT),
                        typed,
                        errors,
                        told);
        return CaseParts.shown(status, request, "causes/panel", "causes/ofcase", view);
    }
}
