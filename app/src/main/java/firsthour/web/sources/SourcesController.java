package firsthour.web.sources;

import firsthour.brand.Arrival;
import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.brand.Rejected;
import firsthour.brand.Sources;
import firsthour.brand.WebhookSecrets;
import firsthour.connectors.Consenting;
import firsthour.intake.Preview;
import firsthour.intake.Pulls;
import firsthour.intake.SourceHealth;
import firsthour.security.Roles;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.util.Map;
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
    private final WebhookSecrets secrets;
    private final Brands brands;
    private final SourceHealth health;
    private final Preview preview;
    private final SourceForm forms;
    private final SourceViews views;
    private final Pulls pulls;
    private final Pages pages;

    SourcesController(
            Sources sources,
            Networks networks,
            WebhookSecrets secrets,
            Brands brands,
            SourceHealth health,
            Preview preview,
            SourceForm forms,
            SourceViews views,
            Pulls pulls,
            Pages pages) {
        this.sources = sources;
        this.networks = networks;
        this.secrets = secrets;
        this.brands = brands;
        this.health = health;
        this.preview = preview;
        this.forms = forms;
        this.views = views;
        this.pulls = pulls;
        this.pages = pages;
    }

    @Get
    @View(VIEW)
    SourcesView list(@QueryValue @Nullable String add) {
        return view(add, Map.of(), FormErrors.NONE);
    }

    /// The fields differ by network, so the form comes as a map. Answers with the page of the
    /// source where a secret was made: it is shown once.
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
                            SourceForm.brandId(form),
                            forms.settings(network, form),
                            form.containsKey("live"));
            if (source.arrival() == Arrival.SENT) {
                return HttpResponse.ok(
                        new ModelAndView<>(
                                SourceViews.TEMPLATE,
                                views.of(source, secrets.renew(source.id()))));
            }
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

    /// Asks the network as the form says and stores nothing: a part of the page.
    @Post("/preview")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @View("sources/preview")
    PreviewView preview(@Body Map<String, String> form) {
        var network = form.getOrDefault("network", "");
        try {
            return PreviewView.of(
                    preview.of(network, SourceForm.brandId(form), forms.settings(network, form)));
        } catch (Rejected e) {
            return PreviewView.problem(String.valueOf(e.getMessage()));
        }
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
                networks.findConsenting(chosen.network())
                        .map(Consenting::permissionField)
                        .orElse(""),
                forms.withoutSecrets(chosen.network(), typed),
                errors);
    }
}
