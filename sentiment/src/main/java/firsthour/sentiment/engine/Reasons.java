package firsthour.sentiment.engine;

import firsthour.sentiment.Phrase;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.text.Tokens.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Why a post was judged as it was, by the model's own weights: each word is taken out in turn, and
/// what the judgement loses by that is what the word was worth, with all the pairs, threes and
/// letters that it was a part of. Words side by side that pull the same way make a phrase.
final class Reasons {
    static final int MAXIMUM_PHRASES = 8;

    /// Words that are tried; a reader needs no more.
    private static final int MAXIMUM_WORDS = 200;

    /// Below this, in log-odds, a word says nothing worth telling.
    private static final double LEAST = 0.25;

    private Reasons() {}

    /// The phrases that weigh most, in the order of the text.
    ///
    /// @param text as its author wrote it
    /// @param judgement what is explained, in log-odds
    static List<Phrase> find(
            Models models, String text, Models.Desk desk, ToDoubleFunction<Models.Said> judgement) {
        double whole = judgement.applyAsDouble(models.say(text, desk));
        int[] starts = new int[MAXIMUM_WORDS];
        int[] ends = new int[MAXIMUM_WORDS];
        int words = words(desk.tokens(), starts, ends);
        var phrases = new ArrayList<Phrase>();
        for (int word = 0; word < words; word++) {
            var others = models.say(without(text, starts[word], ends[word]), desk);
            double weight = whole - judgement.applyAsDouble(others);
            if (Math.abs(weight) >= LEAST) {
                append(phrases, text, starts[word], ends[word], weight);
            }
        }
        return phrases.stream()
                .sorted(Comparator.comparingDouble(phrase -> -Math.abs(phrase.weight())))
                .limit(MAXIMUM_PHRASES)
                .sorted(Comparator.comparingInt(Phrase::start))
                .map(Reasons::bounded)
                .toList();
    }

    private static int words(Tokens tokens, int[] starts, int[] ends) {
        int words = 0;
        for (int t = 0; t < tokens.size() && words < MAXIMUM_WORDS; t++) {
            if (tokens.kind(t) != Kind.PUNCTUATION
                    && tokens.kind(t) != Kind.MENTION
                    && tokens.kind(t) != Kind.LINK) {
                starts[words] = tokens.start(t);
                ends[words] = tokens.end(t);
                words++;
            }
        }
        return words;
    }

    private static String without(String text, int start, int end) {
        return text.substring(0, start) + " ".repeat(end - start) + text.substring(end);
    }

    /// Joins what stands beside the phrase before and pulls the same way.
    private static void append(
            List<Phrase> phrases, String text, int start, int end, double weight) {
        if (!phrases.isEmpty()) {
            var before = phrases.getLast();
            boolean beside = text.substring(before.end(), start).isBlank();
            if (beside && Math.signum(before.weight()) == Math.signum(weight)) {
                phrases.set(
                        phrases.size() - 1,
                        new Phrase(
                                text.substring(before.start(), end),
                                before.start(),
                                end,
                                before.weight() + weight));
                return;
            }
        }
        phrases.add(new Phrase(text.substring(start, end), start, end, weight));
    }

    /// Between -1 and 1, as readers of a phrase expect.
    private static Phrase bounded(Phrase phrase) {
        return new Phrase(
                phrase.text(), phrase.start(), phrase.end(), Math.tanh(phrase.weight() / 2));
    }
}
