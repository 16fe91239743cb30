package firsthour.web.sources;

import static firsthour.language.Texts.t;

import firsthour.brand.Networks;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.Consent;
import firsthour.connectors.Consenting;
import firsthour.connectors.Refusal;
import firsthour.delivery.Links;
import firsthour.intake.Pulls;
import firsthour.language.RefusalWords;
import firsthour.secrets.Secrets;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.time.Clock;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Leads a person to the page of a network on which they allow access, and takes back what comes of
/// it (RFC 6749, section 4.1).
@Controller("/sources")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConsentController {
    /// Where networks send people back to; their clients must list it.
    static final String BACK = "/sources/consent";

    private final Sources sources;
    private final Networks networks;
    private final Pulls pulls;
    private final Secrets secrets;
    private final Links links;
    private final Clock clock;
    private final Pages pages;

    ConsentController(
            Sources sources,
            Networks networks,
            Pulls pulls,
            Secrets secrets,
            Links links,
            Clock clock,
            Pages pages) {
        this.sources = sources;
        this.networks = networks;
        this.pulls = pulls;
        this.secrets = secrets;
        this.links = links;
        this.clock = clock;
        this.pages = pages;
    }

    @Post("/{id}/consent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(long id, SignedIn reader) {
        var source = sources.find(id).orElseThrow(ConsentController::missing);
        var network = network(source);
        var settings = sources.openSettings(source);
        var gap = network.findGap(settings);
        if (gap.isPresent()) {
            return told("/sources/" + id, words(gap.get(), network));
        }
        var state = ConsentState.of(id, reader, clock.instant()).sealed(secrets);
        return HttpResponse.seeOther(network.page(settings, links.to(BACK), state));
    }

    private static String words(Refusal gap, Consenting network) {
        return gap instanceof Refusal.Misconfigured(var name, var detail)
                ? network.descriptor().fields().stream()
                        .filter(field -> field.name().equals(name))
                        .map(field -> t("“{0}” is missing. {1}", t(field.label()), detail))
                        .findFirst()
                        .orElse(detail)
                : gap.detail();
    }

    /// Where the network sends the person back to.
    ///
    /// @param code what is redeemed; null when the person refused
    @Get("/consent")
    HttpResponse<?> back(
            @QueryValue @Nullable String code,
            @QueryValue @Nullable String state,
            SignedIn reader) {
        var known = Optional.ofNullable(state).flatMap(it -> ConsentState.read(it, secrets));
        if (known.isEmpty() || !known.get().isGood(reader, clock.instant())) {
            return told(
                    "/sources", t("This came too late or from elsewhere. Allow the access again."));
        }
        var source = sources.find(known.get().sourceId()).orElseThrow(ConsentController::missing);
        var path = "/sources/" + source.id();
        if (code == null) {
            return told(path, t("The access was not allowed, so nothing was changed."));
        }
        var network = network(source);
        return switch (network.redeem(sources.openSettings(source), code, links.to(BACK))) {
            case Consent.Refused(var why) -> told(path, RefusalWords.say(why.detail()));
            case Consent.Granted(var permission, var until) -> {
                sources.keepSecret(source.id(), network.permissionField(), permission);
                pulls.permitted(source.id(), until.orElse(null));
                yield pages.seeOther(
                        path, Notice.done(t("Access is allowed: it is pulled within seconds.")));
            }
        };
    }

    private HttpResponse<?> told(String path, String problem) {
        return pages.seeOther(path, Notice.problem(problem));
    }

    private Consenting network(Source source) {
        return networks.findConsenting(source.network()).orElseThrow(ConsentController::missing);
    }

    private static HttpStatusException missing() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "No such source");
    }
}
