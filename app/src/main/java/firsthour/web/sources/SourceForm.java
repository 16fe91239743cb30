package firsthour.web.sources;

import static firsthour.language.Texts.t;

import firsthour.brand.Networks;
import firsthour.brand.Rejected;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Settings;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what was typed about a source: its fields differ by network, so the form comes as a map.
@Singleton
class SourceForm {
    private final Networks networks;

    SourceForm(Networks networks) {
        this.networks = networks;
    }

    /// The network's settings among what was typed.
    Settings settings(String network, Map<String, String> form) {
        return new Settings(
                networks.findDescriptor(network).stream()
                        .flatMap(descriptor -> descriptor.fields().stream())
                        .map(Descriptor.Field::name)
                        .filter(form::containsKey)
                        .collect(
                                Collectors.toMap(
                                        name -> name, name -> form.getOrDefault(name, ""))));
    }

    /// The version of the source that the person saw; one that there never is where none came.
    static long version(Map<String, String> form) {
        try {
            return Long.parseLong(form.getOrDefault("version", ""));
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    /// The chosen brand; null for none.
    ///
    /// @throws Rejected when it is no number
    static @Nullable Long brandId(Map<String, String> form) {
        try {
            var typed = form.getOrDefault("brand", "");
            return typed.isBlank() ? null : Long.valueOf(typed);
        } catch (NumberFormatException _) {
            throw new Rejected("brand", t("Choose one of the brands."));
        }
    }

    /// A secret is typed again rather than sent back to the browser.
    Map<String, String> withoutSecrets(String network, Map<String, String> typed) {
        var shown = new HashMap<>(typed);
        networks.findDescriptor(network).stream()
                .flatMap(descriptor -> descriptor.fields().stream())
                .filter(Descriptor.Field::secret)
                .forEach(field -> shown.remove(field.name()));
        return shown;
    }
}
