package firsthour.brand;

import firsthour.connectors.Descriptor;
import firsthour.connectors.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The settings that say where a source reads: which server, and what on it.
final class Places {
    private static final Set<String> NAMES =
            Set.of(
                    "address",
                    "app",
                    "channel",
                    "country",
                    "endpoint",
                    "forum",
                    "instance",
                    "location",
                    "shop",
                    "site",
                    "unit",
                    "url");

    private Places() {}

    static boolean isPlace(Descriptor.Field field) {
        return NAMES.contains(field.name());
    }

    /// Where settings lead, by field; one address has one spelling.
    static Map<String, String> of(Descriptor network, Settings settings) {
        var places = new TreeMap<String, String>();
        network.fields().stream()
                .filter(Places::isPlace)
                .forEach(field ->
                        settings.find(field.name())
                                .ifPresent(value ->
                                        places.put(
                                                field.name(),
                                                value.replaceAll("/+$", "")
                                                        .toLowerCase(Locale.ROOT))));
        return places;
    }
}
