package firsthour.sentiment.language;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.text.Cleaned;
import firsthour.sentiment.text.Tokens;
import java.lang.Character.UnicodeScript;
import java.util.Optional;

/// Finds the language of a post: script first, then the source's word, then the learned [Spelling],
/// and where that is in doubt a [Guess] among more languages.
///
/// Posts in English are many and short ("meh"); so a text is called foreign only where its letters,
/// a plausible claim or a clear guess say so. A post in two languages is taken for the one that
/// most of its letters are spelled in; one that is half English is judged. Thread-safe.
public final class LanguageFinder {
    /// Words before a guess may overrule the source's claim that the text is English.
    private static final int WORDS_AGAINST_A_CLAIM = 5;

    /// A shorter text holds for any language, and so does one word, however often.
    private static final int MINIMUM_LETTERS = 8;

    /// From this probability on a text is English.
    private static final double ENGLISH = 0.5;

    /// Below this probability of English the guess need not be sure of itself.
    private static final double DOUBTFUL = 0.3;

    /// Up to so many words, one name is half of a text ("Klarna refund pending").
    private static final int WORDS_OF_A_SHOUT = 3;

    /// From so many words on a name or two do not hide the language.
    private static final int WORDS_OF_A_SENTENCE = 8;

    private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(Desk::new);

    /// The weights, shared by all finders: loaded by the first post in Latin letters.
    private static final class Trained {
        static final Spelling SPELLING = Spelling.load();
    }

    /// What one thread needs; filled again and again.
    private static final class Desk {
        final Tokens tokens = new Tokens();
        final Features features = new Features(Spelling.BITS);
    }

    /// Finds the language.
    ///
    /// @param text cleaned: links and accounts would mislead
    /// @param claimed the source's own claim, as a BCP 47 tag; nonsense is ignored
    public Finding find(Cleaned text, Optional<String> claimed) {
        Optional<UnicodeScript> script = Script.of(text.text());
        if (script.isEmpty()) {
            return new Finding.Unclear();
        }
        Optional<Claim> claim =
                claimed.flatMap(Claim::of).filter(known -> known.fits(script.orElseThrow()));
        if (script.orElseThrow() != UnicodeScript.LATIN) {
            return new Finding.Foreign(
                    claim.map(Claim::language)
                            .orElseGet(() -> inOtherLetters(text.text(), script.orElseThrow())));
        }
        Desk desk = desks.get();
        EnglishWords english = EnglishWords.in(desk.tokens.read(text.text()));
        if (claim.isEmpty()) {
            return inLatin(text.text(), english, desk);
        }
        if (english.convincing()) {
            return new Finding.English();
        }
        if (!claim.orElseThrow().english()) {
            return new Finding.Foreign(claim.orElseThrow().language());
        }
        if (english.words() >= WORDS_AGAINST_A_CLAIM
                && inLatin(text.text(), english, desk) instanceof Finding.Foreign foreign) {
            return foreign;
        }
        return new Finding.English();
    }

    private static Finding inLatin(String text, EnglishWords english, Desk desk) {
        if (!english.varied() || letters(text) < MINIMUM_LETTERS) {
            return english.convincing() ? new Finding.English() : new Finding.Unclear();
        }
        Spelling.Said said = Trained.SPELLING.say(desk.tokens, desk.features);
        if (said.english() >= ENGLISH) {
            return new Finding.English();
        }
        if (said.english() < foreign(english)) {
            return new Finding.Foreign(said.other().orElseGet(() -> Guess.otherInLatin(text)));
        }
        return Guess.inLatin(text, english, said.english() < DOUBTFUL);
    }

    /// The probability of English below which a text is foreign, whatever a guess would say.
    private static double foreign(EnglishWords english) {
        if (english.words() <= WORDS_OF_A_SHOUT || english.hinting()) {
            return 0.005;
        }
        return english.words() < WORDS_OF_A_SENTENCE ? 0.02 : 0.1;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).limit(MINIMUM_LETTERS).count();
    }

    private static String inOtherLetters(String text, UnicodeScript script) {
        return switch (script) {
            case ARABIC, CYRILLIC, DEVANAGARI ->
                    Alphabets.language(text, script)
                            .or(() -> Guess.amongOthers(text))
                            .orElse(Script.language(script));
            default -> Script.language(script);
        };
    }
}
