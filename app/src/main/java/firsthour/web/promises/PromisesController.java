package firsthour.web.promises;

import static firsthour.language.Texts.t;

import firsthour.response.Promises;
import firsthour.response.Promising;
import firsthour.response.Remedies;
import firsthour.response.Remedy;
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
import io.micronaut.views.View;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/// What was promised and given: on a case, and over all cases.
@Controller
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class PromisesController {
    private final Promises promises;
    private final Remedies remedies;
    private final Cases cases;
    private final PromiseViews views;

    PromisesController(Promises promises, Remedies remedies, Cases cases, PromiseViews views) {
        this.promises = promises;
        this.remedies = remedies;
        this.cases = cases;
        this.views = views;
    }

    @Get("/promises")
    @View("promises/list")
    PromisesView.Owed owed() {
        return views.owed();
    }

    @Get("/cases/{id}/promises")
    HttpResponse<?> one(long id, SignedIn reader, HttpRequest<?> request) {
        CaseParts.known(cases, id);
        return shown(HttpStatus.OK, request, views.of(id, reader, null));
    }

    @Post("/cases/{id}/promises")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(
            long id, @Body Map<String, String> form, SignedIn reader, HttpRequest<?> request) {
        CaseParts.known(cases, id);
        var due = parse(form.getOrDefault("due", ""));
        var made =
                due.isEmpty()
                        ? new Promising.Invalid(
                                "due", t("Enter date and time, such as 2026-11-20 16:30."))
                        : promises.make(
                                id,
                                CaseParts.actor(reader),
                                form.getOrDefault("words", ""),
                                due.get().atZone(reader.zone()).toInstant());
        return answer(
                id, "promise", form, made, t("The promise is written down."), reader, request);
    }

    @Post("/cases/{id}/promises/{promise}/keep")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(long id, long promise, SignedIn reader, HttpRequest<?> request) {
        CaseParts.known(cases, id);
        return answer(
                id,
                "",
                Map.of(),
                found(() -> promises.keep(id, promise, CaseParts.actor(reader))),
                t("Kept."),
                reader,
                request);
    }

    @Post("/cases/{id}/promises/{promise}/withdraw")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(
            long id,
            long promise,
            @Body Map<String, String> form,
            SignedIn reader,
            HttpRequest<?> request) {
        CaseParts.known(cases, id);
        var reason = form.getOrDefault("reason", "");
        return answer(
                id,
                "withdraw-" + promise,
                form,
                found(() -> promises.withdraw(id, promise, CaseParts.actor(reader), reason)),
                t("Withdrawn."),
                reader,
                request);
    }

    @Post("/cases/{id}/remedies")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> give(
            long id, @Body Map<String, String> form, SignedIn reader, HttpRequest<?> request) {
        CaseParts.known(cases, id);
        var kind =
                Arrays.stream(Remedy.Kind.values())
                        .filter(each -> each.name().equals(form.get("kind")))
                        .findFirst();
        var given =
                kind.isEmpty()
                        ? new Promising.Invalid("kind", t("Choose what the customer is given."))
                        : remedies.give(
                                id,
                                CaseParts.actor(reader),
                                kind.get(),
                                form.getOrDefault("amount", ""),
                                form.getOrDefault("currency", ""),
                                form.getOrDefault("houseRule", ""));
        return answer(id, "remedy", form, given, t("The remedy is written down."), reader, request);
    }

    /// @param form the one that is open again where something is wrong
    private HttpResponse<?> answer(
            long id,
            String form,
            Map<String, String> typed,
            Promising promising,
            String done,
            SignedIn reader,
            HttpRequest<?> request) {
        return switch (promising) {
            case Promising.Done _ ->
                    shown(HttpStatus.OK, request, views.of(id, reader, Notice.done(done)));
            case Promising.Invalid(String field, String message) ->
                    shown(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            request,
                            views.of(id, reader, typed, FormErrors.of(field, message), form, null));
            case Promising.Refused(Outcome why) ->
                    shown(
                            HttpStatus.CONFLICT,
                            request,
                            views.of(
                                    id,
                                    reader,
                                    typed,
                                    FormErrors.NONE,
                                    form,
                                    Notice.problem(why.inWords())));
        };
    }

    private static HttpResponse<?> shown(
            HttpStatus status, HttpRequest<?> request, PromisesView view) {
        return CaseParts.shown(status, request, "promises/panel", "promises/case", view);
    }

    private static Promising found(Supplier<Promising> deed) {
        try {
            return deed.get();
        } catch (NoSuchElementException e) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such promise");
        }
    }

    private static Optional<LocalDateTime> parse(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip().replace(' ', 'T')));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
