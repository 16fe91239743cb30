package firsthour.sentiment.language;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A source's own word about the language of a post.
///
/// @param language a primary language subtag, lower case
record Claim(String language) {

    /// Languages that are not written in Latin letters; a language that is not listed is.
    private static final Map<String, Set<UnicodeScript>> SCRIPTS =
            Map.ofEntries(
                    Map.entry("am", Set.of(UnicodeScript.ETHIOPIC)),
                    Map.entry("ar", Set.of(UnicodeScript.ARABIC)),
                    Map.entry("be", Set.of(UnicodeScript.CYRILLIC)),
                    Map.entry("bg", Set.of(UnicodeScript.CYRILLIC)),
                    Map.entry("bn", Set.of(UnicodeScript.BENGALI)),
                    Map.entry("ckb", Set.of(UnicodeScript.ARABIC)),
                    Map.entry("el", Set.of(UnicodeScript.GREEK)),
                    Map.entry("fa", Set.of(UnicodeScript.ARABIC)),
                    Map.entry("gu", Set.of(UnicodeScript.GUJARATI)),
                    Map.entry("he", Set.of(UnicodeScript.HEBREW)),
                    Map.entry("hi", Set.of(UnicodeScript.DEVANAGARI)),
                    Map.entry("hy", Set.of(UnicodeScript.ARMENIAN)),
                    Map.entry("ja", Set.of(UnicodeScript.HIRAGANA, UnicodeScript.HAN)),
                    Map.entry("ka", Set.of(UnicodeScript.GEORGIAN)),
                    Map.entry("kk", Set.of(UnicodeScript.CYRILLIC, UnicodeScript.LATIN)),
                    Map.entry("km", Set.of(UnicodeScript.KHMER)),
                    Map.entry("kn", Set.of(UnicodeScript.KANNADA)),
                    Map.entry("ko", Set.of(UnicodeScript.HANGUL)),
                    Map.entry("lo", Set.of(UnicodeScript.LAO)),
                    Map.entry("mk", Set.of(UnicodeScript.CYRILLIC)),
                    Map.entry("ml", Set.of(UnicodeScript.MALAYALAM)),
                    Map.entry("mn", Set.of(UnicodeScript.CYRILLIC)),
                    Map.entry("mr", Set.of(UnicodeScript.DEVANAGARI)),
                    Map.entry("my", Set.of(UnicodeScript.MYANMAR)),
                    Map.entry("ne", Set.of(UnicodeScript.DEVANAGARI)),
                    Map.entry("pa", Set.of(UnicodeScript.GURMUKHI, UnicodeScript.ARABIC)),
                    Map.entry("ps", Set.of(UnicodeScript.ARABIC)),
                    Map.entry("ru", Set.of(UnicodeScript.CYRILLIC)),
                    Map.entry("si", Set.of(UnicodeScript.SINHALA)),
                    Map.entry("sr", Set.of(UnicodeScript.CYRILLIC, UnicodeScript.LATIN)),
                    Map.entry("ta", Set.of(UnicodeScript.TAMIL)),
                    Map.entry("te", Set.of(UnicodeScript.TELUGU)),
                    Map.entry("th", Set.of(UnicodeScript.THAI)),
                    Map.entry("uk", Set.of(UnicodeScript.CYRILLIC)),
                    Map.entry("ur", Set.of(UnicodeScript.ARABIC)),
                    Map.entry("yue", Set.of(UnicodeScript.HAN)),
                    Map.entry("zh", Set.of(UnicodeScript.HAN)));

    /// Reads a tag such as `en`, `en-GB` or `pt_BR`.
    ///
    /// @return empty where the tag names no language: `und`, `zxx`, a network's private codes,
    ///   nonsense
    static Optional<Claim> of(String tag) {
        String language =
                Locale.forLanguageTag(tag.strip().replace('_', '-'))
                        .getLanguage()
                        .toLowerCase(Locale.ROOT);
        boolean named =
                language.length() >= 2
                        && language.length() <= 3
                        && !Set.of("und", "zxx", "mul", "mis", "art").contains(language)
                        && !Locale.of(language).getDisplayLanguage(Locale.ENGLISH).equals(language);
        return named ? Optional.of(new Claim(language)) : Optional.empty();
    }

    boolean english() {
        return language.equals("en");
    }

    /// Whether this language is written in that script.
    boolean fits(UnicodeScript script) {
        return SCRIPTS.getOrDefault(language, Set.of(UnicodeScript.LATIN)).contains(script);
    }
}
