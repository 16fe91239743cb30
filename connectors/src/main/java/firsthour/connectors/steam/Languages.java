package firsthour.connectors.steam;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Steam's names of languages, as `partner.steamgames.com/doc/store/localization/languages` lists
/// them.
final class Languages {
    private static final Map<String, String> TAGS =
            Map.ofEntries(
                    Map.entry("arabic", "ar"),
                    Map.entry("brazilian", "pt-BR"),
                    Map.entry("bulgarian", "bg"),
                    Map.entry("czech", "cs"),
                    Map.entry("danish", "da"),
                    Map.entry("dutch", "nl"),
                    Map.entry("english", "en"),
                    Map.entry("finnish", "fi"),
                    Map.entry("french", "fr"),
                    Map.entry("german", "de"),
                    Map.entry("greek", "el"),
                    Map.entry("hungarian", "hu"),
                    Map.entry("indonesian", "id"),
                    Map.entry("italian", "it"),
                    Map.entry("japanese", "ja"),
                    Map.entry("koreana", "ko"),
                    Map.entry("latam", "es-419"),
                    Map.entry("norwegian", "no"),
                    Map.entry("polish", "pl"),
                    Map.entry("portuguese", "pt"),
                    Map.entry("romanian", "ro"),
                    Map.entry("russian", "ru"),
                    Map.entry("schinese", "zh-Hans"),
                    Map.entry("spanish", "es"),
                    Map.entry("swedish", "sv"),
                    Map.entry("tchinese", "zh-Hant"),
                    Map.entry("thai", "th"),
                    Map.entry("turkish", "tr"),
                    Map.entry("ukrainian", "uk"),
                    Map.entry("vietnamese", "vi"));

    private Languages() {}

    /// The BCP 47 tag of a language; empty for one that is not known.
    static Optional<String> find(@Nullable String name) {
        return Optional.ofNullable(name).map(TAGS::get);
    }
}
