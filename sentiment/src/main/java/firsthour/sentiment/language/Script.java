package firsthour.sentiment.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Which letters a text is written in.
final class Script {
    /// A sign of these scripts says as much as three letters.
    private static final int SYLLABLE = 3;

    private Script() {}

    /// The script of most of the text's letters; kana stands for Japanese also where Han characters
    /// are more.
    ///
    /// @return empty where there are no letters
    static Optional<UnicodeScript> of(String text) {
        Map<UnicodeScript, Integer> weights = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> {
                    UnicodeScript script = family(UnicodeScript.of(letter));
                    weights.merge(script, weight(script), Integer::sum);
                });
        weights.remove(UnicodeScript.COMMON);
        weights.remove(UnicodeScript.INHERITED);
        Integer han = weights.get(UnicodeScript.HAN);
        if (han != null && weights.containsKey(UnicodeScript.HIRAGANA)) {
            weights.merge(UnicodeScript.HIRAGANA, han, Integer::sum);
        }
        return weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /// The language that a script gives away, or the script itself in BCP 47.
    static String language(UnicodeScript script) {
        return switch (script) {
            case HIRAGANA -> "ja";
            case HANGUL -> "ko";
            case HAN -> "zh";
            case ARMENIAN -> "hy";
            case BENGALI -> "bn";
            case GEORGIAN -> "ka";
            case GREEK -> "el";
            case GUJARATI -> "gu";
            case GURMUKHI -> "pa";
            case HEBREW -> "he";
            case KANNADA -> "kn";
            case KHMER -> "km";
            case LAO -> "lo";
            case MALAYALAM -> "ml";
            case MYANMAR -> "my";
            case SINHALA -> "si";
            case TAMIL -> "ta";
            case TELUGU -> "te";
            case THAI -> "th";
            case ARABIC -> "und-Arab";
            case CYRILLIC -> "und-Cyrl";
            case DEVANAGARI -> "und-Deva";
            case ETHIOPIC -> "und-Ethi";
            default -> "und";
        };
    }

    private static UnicodeScript family(UnicodeScript script) {
        return switch (script) {
            case KATAKANA -> UnicodeScript.HIRAGANA;
            case BOPOMOFO -> UnicodeScript.HAN;
            default -> script;
        };
    }

    private static int weight(UnicodeScript script) {
        return switch (script) {
            case HIRAGANA, HAN, HANGUL -> SYLLABLE;
            default -> 1;
        };
    }
}
