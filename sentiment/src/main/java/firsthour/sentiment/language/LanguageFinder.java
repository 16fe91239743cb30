package firsthour.sentiment.language;

import firsthour.sentiment.text.Cleaned;
import java.lang.Character.UnicodeScript;
import java.util.Optional;

/// Finds the language of a post: letters first, then the source's word, then small English words,
/// then a guess by n-grams.
///
/// Posts in English are many and short ("meh"); so a text is called foreign only where its letters,
/// a plausible claim or a clear guess say so. Thread-safe.
public final class LanguageFinder {
    /// Words before a guess may overrule the source's claim that the text is English.
    private static final int WORDS_AGAINST_A_CLAIM = 5;

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
        EnglishWords english = EnglishWords.in(text.text());
        if (english.convincing()) {
            return new Finding.English();
        }
        if (claim.isEmpty()) {
            return Guess.inLatin(text.text(), english);
        }
        if (!claim.orElseThrow().english()) {
            return new Finding.Foreign(claim.orElseThrow().language());
        }
        if (english.words() >= WORDS_AGAINST_A_CLAIM
                && Guess.inLatin(text.text(), english) instanceof Finding.Foreign foreign) {
            return foreign;
        }
        return new Finding.English();
    }

    private static String inOtherLetters(String text, UnicodeScript script) {
        return switch (script) {
            case ARABIC, CYRILLIC, DEVANAGARI ->
                    Guess.amongOthers(text).orElse(Script.language(script));
            default -> Script.language(script);
        };
    }
}
