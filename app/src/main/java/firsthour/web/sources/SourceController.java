package firsthour.web.sources;

import firsthour.brand.Networks;
import firsthour.brand.Rejected;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.Consenting;
import firsthour.connectors.Descriptor;
import firsthour.intake.Pulls;
import firsthour.intake.SourceHealth;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One source: how it fares, and what it was told.
@Controller("/sources/{id}")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SourceController {
    private static final String VIEW = "sources/source";

    private final Sources sources;
    private final Networks networks;
    private final SourceHealth health;
    private final Pulls pulls;
    private final SourceForm forms;
    private final Pages pages;

    SourceController(
            Sources sources,
            Networks networks,
            SourceHealth health,
            Pulls pulls,
            SourceForm forms,
            Pages pages) {
        this.sources = sources;
        this.networks = networks;
        this.health = health;
        this.pulls = pulls;
        this.forms = forms;
        this.pages = pages;
    }

    @Get
    @View(VIEW)
    SourceView show(long id) {
        var source = source(id);
        return view(source, sources.shownSettings(source).values(), FormErrors.NONE);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(long id, @Body Map<String, String> form) {
        var source = source(id);
        try {
            sources.change(
                    source,
                    form.getOrDefault("name", ""),
                    forms.settings(source.network(), form),
                    form.containsKey("live"));
            pulls.hurry(id);
            return pages.seeOther(
                    "/sources/" + id,
                    Notice.done(
                            source.enabled()
                                    ? "Changed: it is pulled within seconds."
                                    : "Changed. It is switched off; switch it on to have it pulled."));
        } catch (Rejected e) {
            return Pages.again(
                    VIEW,
                    view(
                            source,
                            SourceForm.withoutSecrets(network(source), form),
                            FormErrors.of(e.field(), String.valueOf(e.getMessage()))));
        } catch (OptimisticLockException _) {
            return pages.seeOther(
                    "/sources/" + id,
                    Notice.problem(
                            "Somebody else has just changed it. Look again, and repeat it."));
        }
    }

    @Post("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(long id) {
        var source = source(id);
        try {
            sources.remove(id);
            return pages.seeOther("/sources", Notice.done(source.name() + " is removed."));
        } catch (Rejected e) {
            return pages.seeOther("/sources/" + id, Notice.problem(String.valueOf(e.getMessage())));
        }
    }

    private SourceView view(Source source, Map<String, String> typed, FormErrors errors) {
        var network = network(source);
        var stored = sources.openSettings(source);
        var shown = health.find(source.id()).orElseThrow();
        var values = new TreeMap<>(typed);
        values.putIfAbsent("name", source.name());
        if (errors.isEmpty() && source.live()) {
            values.put("live", "yes");
        }
        return new SourceView(
                shown,
                network,
                network.fields().stream()
                        .filter(Descriptor.Field::secret)
                        .map(Descriptor.Field::name)
                        .filter(name -> stored.find(name).isPresent())
                        .collect(Collectors.toSet()),
                networks.findConsenting(source.network())
                        .map(Consenting::permissionField)
                        .orElse(""),
                networks.findConsenting(source.network())
                        .map(consenting -> consenting.scopes(stored))
                        .orElse(List.of()),
                values,
                errors);
    }

    private Descriptor network(Source source) {
        return networks.find(source.network()).orElseThrow(SourceController::missing).descriptor();
    }

    /// Imports of files are told nothing.
    private Source source(long id) {
        return sources.find(id)
                .filter(source -> !source.network().equals(Source.FILE))
                .orElseThrow(SourceController::missing);
    }

    private static HttpStatusException missing() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "No such source");
    }
}
