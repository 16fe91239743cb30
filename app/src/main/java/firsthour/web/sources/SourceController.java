package firsthour.web.sources;

import static firsthour.language.Texts.t;

import firsthour.brand.Arrival;
import firsthour.brand.Rejected;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.intake.Pulls;
import firsthour.security.Roles;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.util.Map;

/// One source: how it fares, and what it was told.
@Controller("/sources/{id}")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SourceController {
    private final Sources sources;
    private final Pulls pulls;
    private final SourceForm forms;
    private final SourceViews views;
    private final Pages pages;

    SourceController(
            Sources sources, Pulls pulls, SourceForm forms, SourceViews views, Pages pages) {
        this.sources = sources;
        this.pulls = pulls;
        this.forms = forms;
        this.views = views;
        this.pages = pages;
    }

    @Get
    @View(SourceViews.TEMPLATE)
    SourceView show(long id) {
        return views.of(source(id));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(long id, @Body Map<String, String> form) {
        var source = source(id);
        try {
            sources.change(
                    source,
                    SourceForm.version(form),
                    form.getOrDefault("name", ""),
                    forms.settings(source.network(), form),
                    form.containsKey("live"));
            pulls.hurry(id);
            return pages.seeOther(
                    "/sources/" + id,
                    Notice.done(
                            source.arrival() != Arrival.READ
                                    ? t("Changed.")
                                    : source.enabled()
                                            ? t("Changed: it is pulled within seconds.")
                                            : t(
                                                    "Changed. It is switched off; switch it on to have it pulled.")));
        } catch (Rejected e) {
            return Pages.again(
                    SourceViews.TEMPLATE,
                    views.of(
                            source,
                            forms.withoutSecrets(source.network(), form),
                            FormErrors.of(e.field(), String.valueOf(e.getMessage()))));
        } catch (OptimisticLockException _) {
            return pages.seeOther(
                    "/sources/" + id,
                    Notice.problem(
                            t("Somebody else has just changed it. Look again, and repeat it.")));
        }
    }

    @Post("/pull")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> pull(long id) {
        var source = source(id);
        if (source.arrival() != Arrival.READ) {
            throw missing();
        }
        pulls.hurry(id);
        return pages.seeOther(
                "/sources", Notice.done(t("{0} is pulled within seconds.", source.name())));
    }

    @Post("/enabled")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> setEnabled(long id, boolean on) {
        var source = source(id);
        sources.setEnabled(id, on);
        return pages.seeOther(
                "/sources",
                Notice.done(
                        on
                                ? t("{0} is listened to again.", source.name())
                                : t(
                                        "{0} is no longer listened to; what is stored stays.",
                                        source.name())));
    }

    @Post("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(long id) {
        var source = source(id);
        try {
            sources.remove(id);
            return pages.seeOther("/sources", Notice.done(t("{0} is removed.", source.name())));
        } catch (Rejected e) {
            return pages.seeOther("/sources/" + id, Notice.problem(String.valueOf(e.getMessage())));
        }
    }

    /// Imports of files are told nothing.
    private Source source(long id) {
        return sources.find(id)
                .filter(source -> source.arrival() != Arrival.IMPORTED)
                .orElseThrow(SourceController::missing);
    }

    private static HttpStatusException missing() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "No such source");
    }
}
