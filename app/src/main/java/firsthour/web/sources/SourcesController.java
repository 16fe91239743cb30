package firsthour.web.sources;

import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.brand.Rejected;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Settings;
import firsthour.intake.Pulls;
import firsthour.intake.SourceHealth;
import firsthour.security.Roles;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where Firsthour listens, and how each source is doing.
@Controller("/sources")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SourcesController {
    private static final String PATH = "/sources";
    private static final String VIEW = "sources/list";

    private final Sources sources;
    private final Networks networks;
    private final Brands brands;
    private final SourceHealth health;
    private final Pulls pulls;
    private final Pages pages;

    SourcesController(
            Sources sources,
            Networks networks,
            Brands brands,
            SourceHealth health,
            Pulls pulls,
            Pages pages) {
        this.sources = sources;
        this.networks = networks;
        this.brands = brands;
        this.health = health;
        this.pulls = pulls;
        this.pages = pages;
    }

    @Get
    @View(VIEW)
    SourcesView list(@QueryValue @Nullable String add) {
        return view(add, Map.of(), FormErrors.NONE);
    }

    /// The fields differ by network, so the form comes as a map.
    @Post
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(@Body Map<String, String> form) {
        var network = form.getOrDefault("network", "");
        try {
            var source =
                    sources.add(
                            network,
                            form.getOrDefault("name", ""),
                            brandId(form),
                            settings(network, form),
                            form.containsKey("live"));
            pulls.hurry(source.id());
            return pages.seeOther(
                    PATH + "?add=" + source.network(),
                    Notice.done(source.name() + " is pulled for the first time now."));
        } catch (Rejected e) {
            return Pages.again(
                    VIEW,
                    view(network, form, FormErrors.of(e.field(), String.valueOf(e.getMessage()))));
        }
    }

    @Post("/{id}/pull")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> pull(long id) {
        var source = source(id);
        pulls.hurry(id);
        return pages.seeOther(PATH, Notice.done(source.name() + " is pulled within seconds."));
    }

    @Post("/{id}/enabled")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> setEnabled(long id, boolean on) {
        var source = source(id);
        sources.setEnabled(id, on);
        return pages.seeOther(
                PATH,
                Notice.done(
                        on
                                ? source.name() + " is pulled again."
                                : source.name() + " is no longer pulled; what is stored stays."));
    }

    private Source source(long id) {
        return sources.find(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such source"));
    }

    private SourcesView view(
            @Nullable String network, Map<String, String> typed, FormErrors errors) {
        var all = networks.list();
        var chosen =
                all.stream()
                        .filter(descriptor -> descriptor.network().equals(network))
                        .findFirst()
                        .orElse(all.getFirst());
        return new SourcesView(
                health.list(),
                brands.list().stream()
                        .map(brand -> new SourcesView.Brand(brand.id(), brand.name()))
                        .toList(),
                all,
                chosen,
                withoutSecrets(chosen, typed),
                errors);
    }

    /// A secret is typed again rather than sent back to the browser.
    private static Map<String, String> withoutSecrets(
            Descriptor descriptor, Map<String, String> typed) {
        var shown = new HashMap<>(typed);
        descriptor.fields().stream()
                .filter(Descriptor.Field::secret)
                .forEach(field -> shown.remove(field.name()));
        return shown;
    }

    private Settings settings(String network, Map<String, String> form) {
        return new Settings(
                networks.find(network).stream()
                        .flatMap(connector -> connector.descriptor().fields().stream())
                        .map(Descriptor.Field::name)
                        .filter(form::containsKey)
                        .collect(
                                Collectors.toMap(
                                        name -> name, name -> form.getOrDefault(name, ""))));
    }

    private static @Nullable Long brandId(Map<String, String> form) {
        try {
            var typed = form.getOrDefault("brand", "");
            return typed.isBlank() ? null : Long.valueOf(typed);
        } catch (NumberFormatException _) {
            throw new Rejected("brand", "Choose one of the brands.");
        }
    }
}
