package firsthour.sentiment.language;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells languages of one script apart by letters that not all of them have, at the price of one
/// look at each letter.
final class Alphabets {
    /// A language and the letters that speak for it, also those that it shares with some others.
    private record Alphabet(String language, String letters) {
        long in(String text) {
            return text.chars().filter(letter -> letters.indexOf(letter) >= 0).count();
        }
    }

    /// Where as many letters speak for several, the first stands.
    private static final List<Alphabet> ARABIC =
            List.of(
                    new Alphabet("ar", "ةىيكإأ"),
                    new Alphabet("fa", "یکپچژگ"),
                    new Alphabet("ur", "یکپچژگٹڈڑںےہھ"),
                    new Alphabet("ckb", "یکپچژگێۆڵڕە"),
                    new Alphabet("ps", "پچژگښځټډڼړږ"));

    /// Bulgarian has no letter of its own.
    private static final List<Alphabet> CYRILLIC =
            List.of(
                    new Alphabet("ru", "ыэё"),
                    new Alphabet("uk", "іїєґ"),
                    new Alphabet("be", "ыэёіў"),
                    new Alphabet("sr", "јљњџђћ"),
                    new Alphabet("mk", "јљњџѓќѕ"),
                    new Alphabet("kk", "ыэіәғқңөұүһ"),
                    new Alphabet("mn", "ыэёөү"));

    private Alphabets() {}

    /// The language that most of the telling letters speak for, as a primary subtag.
    ///
    /// @return empty where there is none, and for scripts whose languages share all letters
    static Optional<String> language(String text, UnicodeScript script) {
        String lower = text.toLowerCase(Locale.ROOT);
        long most = 0;
        Optional<String> language = Optional.empty();
        for (Alphabet alphabet : of(script)) {
            long letters = alphabet.in(lower);
            if (letters > most) {
                most = letters;
                language = Optional.of(alphabet.language);
            }
        }
        return language;
    }

    private static List<Alphabet> of(UnicodeScript script) {
        return switch (script) {
            case ARABIC -> ARABIC;
            case CYRILLIC -> CYRILLIC;
            default -> List.of();
        };
    }
}
