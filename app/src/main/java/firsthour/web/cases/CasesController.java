package firsthour.web.cases;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.response.PromiseState;
import firsthour.response.Promises;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.Cases;
import firsthour.web.cases.CaseAnswers.Asked;
import firsthour.web.cases.CasePages.Setting;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;

/// A case, and what people do to it.
@Controller("/cases/{id}")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class CasesController {
    private final Cases cases;
    private final CasePages pages;
    private final CaseAnswers answers;
    private final Promises promises;

    CasesController(Cases cases, CasePages pages, CaseAnswers answers, Promises promises) {
        this.cases = cases;
        this.pages = pages;
        this.answers = answers;
        this.promises = promises;
    }

    @Get
    HttpResponse<?> show(
            long id, @QueryValue @Nullable String panel, SignedIn reader, HttpRequest<?> request) {
        long shown = pages.survivorOf(id);
        if (shown != id) {
            return Pages.seeOther("/cases/" + shown);
        }
        var setting = new Setting(null, pages.fresh(panel, reader), null, false);
        return HttpResponse.ok(
                answers.view(Asked.of(request, id, reader, null), CaseAnswers.PAGE, setting));
    }

    /// The case alone, for its place on a page; beside the queue the browser's address follows.
    @Get("/pane")
    HttpResponse<?> pane(
            long id, @QueryValue @Nullable String queue, SignedIn reader, HttpRequest<?> request) {
        long shown = pages.survivorOf(id);
        var asked = Asked.of(request, shown, reader, queue);
        var setting = new Setting(asked.queue(), pages.fresh(null, reader), null, false);
        var pane = HttpResponse.ok(answers.view(asked, CaseAnswers.PANE, setting));
        return asked.queue() == null
                ? pane
                : pane.header("HX-Push-Url", Lists.path(asked.queue(), shown));
    }

    /// What somebody else did since the reader saw the case; nothing when nothing was done.
    @Get("/changes")
    HttpResponse<?> changes(
            long id,
            @QueryValue long version,
            @QueryValue @Nullable String queue,
            SignedIn reader,
            HttpRequest<?> request) {
        var now = cases.find(id).orElseThrow(CaseParts::missing);
        if (now.version() == version) {
            return HttpResponse.noContent();
        }
        var asked = Asked.of(request, id, reader, queue);
        return HttpResponse.ok(
                answers.view(
                        asked,
                        "cases/changes",
                        new Setting(asked.queue(), pages.fresh(null, reader), null, false)));
    }

    @Post("/claim")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> claim(long id, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                cases.claim(id, form.version(), CaseParts.actor(reader)),
                t("You have this case now."),
                false);
    }

    @Post("/release")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> release(long id, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                cases.release(id, form.version(), CaseParts.actor(reader)),
                t("Released: anybody may claim it."),
                false);
    }

    @Post("/resolve")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> resolve(long id, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                cases.resolve(id, form.version(), CaseParts.actor(reader)),
                resolved(id),
                true);
    }

    /// A promise outlives its case: whoever resolves it should know.
    private String resolved(long id) {
        long owed =
                promises.findByCase(id).stream()
                        .filter(promise -> promise.state() == PromiseState.OPEN)
                        .count();
        return owed == 0
                ? t("Resolved.")
                : count(
                        owed,
                        "Resolved. {0} promise is still to be kept.",
                        "Resolved. {0} promises are still to be kept.");
    }

    @Post("/undo")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> undo(long id, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                cases.undoClosing(id, form.version(), CaseParts.actor(reader)),
                t("Taken back: the case goes on as before."),
                false);
    }

    @Post("/reopen")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> reopen(long id, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                cases.reopen(id, form.version(), CaseParts.actor(reader)),
                t("Open again. New clocks run from now."),
                false);
    }
}
