package firsthour.web.recovery;

import static firsthour.language.Texts.t;

import firsthour.recovery.Attempt;
import firsthour.recovery.SamePersons;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.Cases;
import firsthour.triage.Outcome;
import firsthour.web.cases.CaseParts;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
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
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import java.util.NoSuchElementException;

/// The recovery trail of a case: what tells that its customer was won back.
@Controller("/cases/{id}/recovery")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class TrailController {
    private final SamePersons persons;
    private final Cases cases;
    private final TrailViews views;

    TrailController(SamePersons persons, Cases cases, TrailViews views) {
        this.persons = persons;
        this.cases = cases;
        this.views = views;
    }

    @Get
    HttpResponse<?> show(long id, SignedIn reader, HttpRequest<?> request) {
        CaseParts.known(cases, id);
        return shown(HttpStatus.OK, request, views.of(id, reader, null));
    }

    @Post("/persons")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> link(
            long id, @Body Map<String, String> form, SignedIn reader, HttpRequest<?> request) {
        CaseParts.known(cases, id);
        var linked =
                persons.link(
                        id,
                        CaseParts.actor(reader),
                        form.getOrDefault("network", ""),
                        form.getOrDefault("handle", ""));
        return answer(
                id,
                form,
                linked,
                t("Noted. What both have written is looked through for signs in a moment."),
                reader,
                request);
    }

    @Post("/persons/{link}/remove")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> unlink(long id, long link, SignedIn reader, HttpRequest<?> request) {
        CaseParts.known(cases, id);
        try {
            return answer(
                    id,
                    Map.of(),
                    persons.unlink(id, link, CaseParts.actor(reader)),
                    t("Taken back. What was a sign only through that goes in a moment."),
                    reader,
                    request);
        } catch (NoSuchElementException e) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such link");
        }
    }

    private HttpResponse<?> answer(
            long id,
            Map<String, String> typed,
            Attempt attempt,
            String done,
            SignedIn reader,
            HttpRequest<?> request) {
        return switch (attempt) {
            case Attempt.Done _ ->
                    shown(HttpStatus.OK, request, views.of(id, reader, Notice.done(done)));
            case Attempt.Invalid(String field, String message) ->
                    shown(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            request,
                            views.of(id, reader, typed, FormErrors.of(field, message), null));
            case Attempt.Refused(Outcome why) ->
                    shown(
                            HttpStatus.CONFLICT,
                            request,
                            views.of(
                                    id,
                                    reader,
                                    typed,
                                    FormErrors.NONE,
                                    Notice.problem(why.inWords())));
        };
    }

    private static HttpResponse<?> shown(
            HttpStatus status, HttpRequest<?> request, TrailView view) {
        return CaseParts.shown(status, request, "recovery/panel", "recovery/case", view);
    }
}
