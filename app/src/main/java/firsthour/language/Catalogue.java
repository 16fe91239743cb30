package firsthour.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;

/// The texts of the languages beside English: a file for each area of the house, from the English
/// text to the other.
final class Catalogue {
    /// One file each in `language/de`.
    static final List<String> AREAS =
            List.of(
                    "account",
                    "board",
                    "brands",
                    "cases",
                    "causes",
                    "channels",
                    "day",
                    "door",
                    "facts",
                    "judgement",
                    "networks",
                    "policies",
                    "praise",
                    "promises",
                    "recovery",
                    "reference",
                    "report",
                    "routing",
                    "scripts",
                    "shell",
                    "sources",
                    "team",
                    "testimonials");

    /// What networks say of themselves: their module knows no other language.
    static final String NETWORKS = "networks";

    /// What scripts say lies apart, because pages carry it along.
    static final Map<String, String> SCRIPTS = read("scripts");

    private static final Map<String, String> GERMAN = readAll();

    private Catalogue() {}

    static Map<String, String> of(Language language) {
        return switch (language) {
            case ENGLISH -> Map.of();
            case GERMAN -> GERMAN;
        };
    }

    static Map<String, String> read(String area) {
        var name = "/language/de/" + area + ".properties";
        try (var file = Catalogue.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + name);
            }
            var bundle =
                    new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
            var texts = new HashMap<String, String>();
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> readAll() {
        var all = new HashMap<String, String>();
        AREAS.forEach(area -> all.putAll(read(area)));
        return Map.copyOf(all);
    }
}
