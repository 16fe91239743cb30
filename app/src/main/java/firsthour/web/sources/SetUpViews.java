package firsthour.web.sources;

import static firsthour.language.Texts.t;

import firsthour.brand.Arrival;
import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.connectors.Charging;
import firsthour.connectors.Connector;
import firsthour.connectors.Consenting;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Replying;
import firsthour.connectors.Settings;
import firsthour.delivery.Links;
import firsthour.web.shell.FormErrors;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gathers what is said of networks before a source of one is added.
@Singleton
class SetUpViews {
    static final String CHOICE = "sources/choose";
    static final String SET_UP = "sources/setup";

    /// An address as a step names it: the point or comma behind it belongs to the sentence.
    private static final Pattern ADDRESS = Pattern.compile("https://\\w[^\\s“”]*[\\w/]");

    private final Networks networks;
    private final Brands brands;
    private final SourceForm forms;
    private final Links links;

    SetUpViews(Networks networks, Brands brands, SourceForm forms, Links links) {
        this.networks = networks;
        this.brands = brands;
        this.forms = forms;
        this.links = links;
    }

    /// All networks.
    ///
    /// @param problem why none could be added; null where nothing was wrong
    ChoiceView all(@Nullable String problem) {
        return new ChoiceView(
                choices(network -> !isSent(network) && !network.needsKey()),
                choices(network -> !isSent(network) && network.needsKey()),
                choices(SetUpViews::isSent),
                problem);
    }

    /// One network; empty where a source of it cannot be added.
    ///
    /// @param typed as it came, secrets included: they are not shown again
    Optional<SetUpView> find(String network, Map<String, String> typed, FormErrors errors) {
        return networks.list().stream()
                .filter(descriptor -> descriptor.network().equals(network))
                .findFirst()
                .map(descriptor -> view(descriptor, typed, errors));
    }

    private SetUpView view(Descriptor network, Map<String, String> typed, FormErrors errors) {
        var connector = networks.find(network.network());
        var consenting = networks.findConsenting(network.network());
        return new SetUpView(
                network,
                isSent(network),
                network.steps().stream().map(step -> parts(t(step))).toList(),
                consenting.map(_ -> links.to(ConsentController.BACK)).orElse(null),
                consenting.map(Consenting::permissionField).orElse(""),
                consenting.map(one -> one.scopes(new Settings(Map.of()))).orElse(List.of()),
                connector.map(NetworkWords::limits).orElse(List.of()),
                connector.map(NetworkWords::can).orElse(List.of()),
                connector
                        .filter(Charging.class::isInstance)
                        .map(Charging.class::cast)
                        .map(Charging::costOfAGlance)
                        .orElse(""),
                brands.list().stream()
                        .map(brand -> new SetUpView.Brand(brand.id(), brand.name()))
                        .toList(),
                forms.withoutSecrets(network.network(), typed),
                errors);
    }

    private List<ChoiceView.Choice> choices(Predicate<Descriptor> wanted) {
        return networks.list().stream()
                .filter(wanted)
                .map(network ->
                        new ChoiceView.Choice(
                                network.network(),
                                t(network.title()),
                                NetworkWords.brings(network),
                                can(network)))
                .toList();
    }

    private String can(Descriptor network) {
        var words = new ArrayList<String>();
        if (NetworkWords.mayHaveKey(network)) {
            words.add(t("more with a key"));
        }
        Optional<Connector> connector = networks.find(network.network());
        if (connector.filter(Replying.class::isInstance).isPresent()) {
            words.add(t("answered from here"));
        }
        return String.join(", ", words);
    }

    private static boolean isSent(Descriptor network) {
        return Arrival.of(network.network()) == Arrival.SENT;
    }

    private static List<SetUpView.Part> parts(String step) {
        var parts = new ArrayList<SetUpView.Part>();
        var address = ADDRESS.matcher(step);
        int from = 0;
        while (address.find()) {
            parts.add(new SetUpView.Part(step.substring(from, address.start()), false));
            parts.add(new SetUpView.Part(address.group(), true));
            from = address.end();
        }
        parts.add(new SetUpView.Part(step.substring(from), false));
        return parts;
    }
}
