package firsthour.web.sources;

import static firsthour.language.Texts.t;

import firsthour.brand.Arrival;
import firsthour.brand.Networks;
import firsthour.brand.Rejected;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.brand.WebhookSecrets;
import firsthour.intake.Preview;
import firsthour.intake.Pulls;
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
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.util.Map;

/// Adds sources: a network is chosen, its page says step by step how to get in.
@Controller("/sources")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SetUpController {
    private final Sources sources;
    private final Networks networks;
    private final WebhookSecrets secrets;
    private final Preview preview;
    private final SourceForm forms;
    private final SetUpViews setUps;
    private final SourceViews views;
    private final Pulls pulls;
    private final Pages pages;

    SetUpController(
            Sources sources,
            Networks networks,
            WebhookSecrets secrets,
            Preview preview,
            SourceForm forms,
            SetUpViews setUps,
            SourceViews views,
            Pulls pulls,
            Pages pages) {
        this.sources = sources;
        this.networks = networks;
        this.secrets = secrets;
        this.preview = preview;
        this.forms = forms;
        this.setUps = setUps;
        this.views = views;
        this.pulls = pulls;
        this.pages = pages;
    }

    @Get("/add")
    @View(SetUpViews.CHOICE)
    ChoiceView choose() {
        return setUps.all(null);
    }

    @Get("/add/{network}")
    @View(SetUpViews.SET_UP)
    SetUpView setUp(String network) {
        return setUps.find(network, Map.of(), FormErrors.NONE)
                .orElseThrow(
                        () -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such network"));
    }

    /// The fields differ by network, so the form comes as a map. Answers with the page of the
    /// source where a secret was made: it is shown once.
    @Post
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
            return added(source);
        } catch (Rejected e) {
            var problem = String.valueOf(e.getMessage());
            return setUps.find(network, form, FormErrors.of(e.field(), problem))
                    .map(page -> Pages.again(SetUpViews.SET_UP, page))
                    .orElseGet(() -> Pages.again(SetUpViews.CHOICE, setUps.all(problem)));
        }
    }

    /// Asks the network as the form says and stores nothing: a part of the page.
    @Post("/preview")
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

    private HttpResponse<?> added(Source source) {
        if (source.arrival() == Arrival.SENT) {
            return HttpResponse.ok(
                    new ModelAndView<>(
                            SourceViews.TEMPLATE, views.of(source, secrets.renew(source.id()))));
        }
        pulls.hurry(source.id());
        return networks.findConsenting(source.network()).isPresent()
                ? pages.seeOther(
                        "/sources/" + source.id(),
                        Notice.done(
                                t("{0} is added. Allow access on its network now.", source.name())))
                : pages.seeOther(
                        "/sources",
                        Notice.done(t("{0} is pulled for the first time now.", source.name())));
    }
}
