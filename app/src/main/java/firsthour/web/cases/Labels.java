package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.brand.Networks;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/// Names and links from outside in the form in which pages show them.
@Singleton
public class Labels {
    private final Networks networks;

    Labels(Networks networks) {
        this.networks = networks;
    }

    /// The name of a network as people know it; its own word where it is none of ours.
    public String network(String name) {
        return networks.findDescriptor(name)
                .map(network -> t(network.title()))
                .orElse(capitalised(name));
    }

    /// A link that may be followed: what is no web address could run a script.
    public static Optional<String> safeLink(Optional<String> url) {
        return url.filter(address -> {
            var lower = address.toLowerCase(Locale.ROOT);
            return lower.startsWith("https://") || lower.startsWith("http://");
        });
    }

    public static String capitalised(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
