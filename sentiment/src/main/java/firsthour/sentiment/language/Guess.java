package firsthour.sentiment.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Optional;
import java.util.SortedMap;

/// Guesses a language by the n-grams of Lingua, which knows many but is slow: asked where
/// [Spelling] is in doubt, and for names of languages. Thread-safe; the models load on first use.
///
/// The low accuracy mode is meant: with 18 languages it needs 40 MB instead of 580 MB and a quarter
/// of the time, and loses nothing that counts here, because for the short texts where the other
/// mode knows more, a guess is not believed anyway.
final class Guess {
    private Guess() {}

    /// What is enough to guess from; the price grows with the length.
    private static final int MAXIMUM_LENGTH = 400;

    /// From so many words on a small lead over English is believed.
    private static final int WORDS_OF_A_SENTENCE = 8;

    /// Up to so many words only a language far from English is believed ("refund pls").
    private static final int WORDS_OF_A_SHOUT = 3;

    private static final double ANY_LEAD = 1;
    private static final double LEAD_IN_A_SENTENCE = 0.99;
    private static final double LEAD_IN_FEW_WORDS = 0.9;
    private static final double LEAD_AGAINST_A_HINT = 0.95;
    private static final double LEAD_IN_A_SHOUT = 0.6;

    // The build unpacks the models of just these languages.

    private static final class InLatinLetters {
        static final LanguageDetector DETECTOR =
                among(
                        Language.BOKMAL,
                        Language.CZECH,
                        Language.DANISH,
                        Language.DUTCH,
                        Language.ENGLISH,
                        Language.FINNISH,
                        Language.FRENCH,
                        Language.GERMAN,
                        Language.HUNGARIAN,
                        Language.INDONESIAN,
                        Language.ITALIAN,
                        Language.POLISH,
                        Language.PORTUGUESE,
                        Language.ROMANIAN,
                        Language.SPANISH,
                        Language.SWEDISH,
                        Language.TAGALOG,
                        Language.TURKISH);
    }

    private static final class InOtherLetters {
        static final LanguageDetector DETECTOR =
                among(
                        Language.ARABIC,
                        Language.BULGARIAN,
                        Language.HINDI,
                        Language.MARATHI,
                        Language.PERSIAN,
                        Language.RUSSIAN,
                        Language.SERBIAN,
                        Language.UKRAINIAN,
                        Language.URDU);
    }

    private static LanguageDetector among(Language... languages) {
        return LanguageDetectorBuilder.fromLanguages(languages).withLowAccuracyMode().build();
    }

    /// Names the language of a text in letters that several languages share.
    ///
    /// @return a BCP 47 tag, empty where nothing fits
    static Optional<String> amongOthers(String text) {
        Language language = InOtherLetters.DETECTOR.detectLanguageOf(shortened(text));
        return language == Language.UNKNOWN ? Optional.empty() : Optional.of(tag(language));
    }

    /// Tells English from foreign for a text in Latin letters.
    ///
    /// @param doubtful whether the text's spelling speaks against English already
    static Finding inLatin(String text, EnglishWords english, boolean doubtful) {
        SortedMap<Language, Double> confidences = confidences(text);
        if (confidences.isEmpty()) {
            return new Finding.Unclear();
        }
        if (confidences.firstKey() == Language.ENGLISH) {
            return new Finding.English();
        }
        double ofEnglish = confidences.getOrDefault(Language.ENGLISH, 0.0);
        return ofEnglish < believed(english, doubtful)
                ? new Finding.Foreign(tag(confidences.firstKey()))
                : new Finding.Unclear();
    }

    /// Names the language of a text in Latin letters that is known not to be English.
    ///
    /// @return a BCP 47 tag; the script where nothing fits
    static String otherInLatin(String text) {
        return confidences(text).keySet().stream()
                .filter(language -> language != Language.ENGLISH)
                .findFirst()
                .map(Guess::tag)
                .orElse("und-Latn");
    }

    private static SortedMap<Language, Double> confidences(String text) {
        return InLatinLetters.DETECTOR.computeLanguageConfidenceValues(shortened(text));
    }

    private static String shortened(String text) {
        return text.length() > MAXIMUM_LENGTH ? text.substring(0, MAXIMUM_LENGTH) : text;
    }

    private static String tag(Language language) {
        return language.getIsoCode639_1().toString();
    }

    /// The confidence of English, relative to the first guess, under which the first guess stands.
    private static double believed(EnglishWords english, boolean doubtful) {
        if (english.words() <= WORDS_OF_A_SHOUT) {
            return LEAD_IN_A_SHOUT;
        }
        if (doubtful && english.distinct() == 0) {
            return ANY_LEAD;
        }
        if (english.words() < WORDS_OF_A_SENTENCE) {
            return english.distinct() > 0 ? LEAD_IN_A_SHOUT : LEAD_IN_FEW_WORDS;
        }
        return english.hinting() ? LEAD_AGAINST_A_HINT : LEAD_IN_A_SENTENCE;
    }
}
