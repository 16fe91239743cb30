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
        int latin = 0;
        Map<UnicodeScript, Integer> others = Map.of();
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            at += Character.charCount(sign);
            if (!Character.isLetter(sign)) {
                continue;
            }
            UnicodeScript script = sign < 128 ? UnicodeScript.LATIN : UnicodeScript.of(sign);
            if (script == UnicodeScript.LATIN) {
                latin++;
            } else if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
                others = others.isEmpty() ? new EnumMap<>(UnicodeScript.class) : others;
                UnicodeScript family = family(script);
                others.merge(family, weight(family), Integer::sum);
            }
        }
        return heaviest(latin, others);
    }

    private static Optional<UnicodeScript> heaviest(int latin, Map<UnicodeScript, Integer> others) {
        if (others.isEmpty()) {
            return latin == 0 ? Optional.empty() : Optional.of(UnicodeScript.LATIN);
        }
        Integer han = others.get(UnicodeScript.HAN);
        if (han != null && others.containsKey(UnicodeScript.HIRAGANA)) {
            others.merge(UnicodeScript.HIRAGANA, han, Integer::sum);
        }
        return others.entrySet().stream()
                .filter(other -> other.getValue() > latin)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .or(() -> Optional.of(UnicodeScript.LATIN));
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
