package firsthour.web.sources;

import firsthour.brand.Arrival;
import firsthour.brand.Networks;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.brand.WebhookSecrets;
import firsthour.connectors.Consenting;
import firsthour.connectors.Descriptor;
import firsthour.delivery.Links;
import firsthour.intake.SourceHealth;
import firsthour.time.Clock;
import firsthour.web.shell.FormErrors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gathers what the page of one source shows.
@Singleton
class SourceViews {
    static final String TEMPLATE = "sources/source";

    private final Sources sources;
    private final Networks networks;
    private final WebhookSecrets secrets;
    private final SourceHealth health;
    private final Links links;
    private final Clock clock;

    SourceViews(
            Sources sources,
            Networks networks,
            WebhookSecrets secrets,
            SourceHealth health,
            Links links,
            Clock clock) {
        this.sources = sources;
        this.networks = networks;
        this.secrets = secrets;
        this.health = health;
        this.links = links;
        this.clock = clock;
    }

    /// A source as it is stored.
    SourceView of(Source source) {
        return of(source, null);
    }

    /// A webhook whose secret was made just now.
    ///
    /// @param secret null where there is none to show
    SourceView of(Source source, @Nullable String secret) {
        return view(source, sources.shownSettings(source).values(), FormErrors.NONE, secret);
    }

    /// A source with what was typed and is wrong.
    SourceView of(Source source, Map<String, String> typed, FormErrors errors) {
        return view(source, typed, errors, null);
    }

    private SourceView view(
            Source source, Map<String, String> typed, FormErrors errors, @Nullable String secret) {
        var network = networks.findDescriptor(source.network()).orElseThrow();
        var stored = sources.openSettings(source);
        var values = new TreeMap<>(typed);
        values.putIfAbsent("name", source.name());
        values.putIfAbsent("version", Long.toString(source.version()));
        if (errors.isEmpty() && source.live()) {
            values.put("live", "yes");
        }
        return new SourceView(
                health.find(source.id()).orElseThrow(),
                health.findOldest(source.id()).orElse(null),
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
                networks.findConsenting(source.network())
                        .map(_ -> links.to(ConsentController.BACK))
                        .orElse(null),
                health.listRefused(source.id()),
                networks.find(source.network())
                        .map(connector -> NetworkWords.limits(connector, stored))
                        .orElse(List.of()),
                source.arrival() == Arrival.SENT ? hook(source, secret) : null,
                values,
                errors);
    }

    private HookView hook(Source source, @Nullable String secret) {
        return new HookView(
                links.to("/hooks/" + source.id()),
                secret,
                secrets.findMadeAt(source.id()).orElse(null),
                clock.instant());
    }
}
