package firsthour.sentiment.cues;

import firsthour.sentiment.Flag;
import firsthour.sentiment.Score.Probabilities;
import firsthour.sentiment.Severity;
import firsthour.sentiment.Subject;
import firsthour.sentiment.Topic;
import firsthour.sentiment.linear.Aspects;
import firsthour.sentiment.text.Occurrences;
import firsthour.sentiment.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads topics, severity and flags from the words of a post and from what the models said of it.
///
/// Immutable; what a thread needs to read is its own [Desk].
public final class Cues {
    /// What a reason must add before it is told.
    private static final double LEAST_SHARE = 0.05;

    /// A question wants an answer, whatever is wrong.
    private static final double QUESTION_SHARE = 0.1;

    private static final double MOST_IF_IRONIC = 0.5;

    private final Phrases phrases = Lexicon.load();

    /// What was read.
    public record Said(List<Topic> topics, Severity severity, Set<Flag> flags) {
        /// How far a polarity can be trusted.
        ///
        /// @param probability of the polarity, 0 to 1
        public double confidence(double probability) {
            return flags.contains(Flag.IRONY) ? Math.min(probability, MOST_IF_IRONIC) : probability;
        }
    }

    /// What one thread needs to read posts; filled again and again.
    public static final class Desk {
        final Seen seen = new Seen();
        private Map<String, Topic> brandWords = Map.of();
        private Phrases brandPhrases = Lexicon.of(Map.of());
        private final Occurrences named = new Occurrences();

        private Phrases phrasesOf(Map<String, Topic> words) {
            if (!words.equals(brandWords)) {
                brandPhrases = Lexicon.of(words);
                brandWords = words;
            }
            return brandPhrases;
        }

        /// The sentences that name the brand, a bit each.
        private long naming(Subject subject, Tokens tokens) {
            named.find(subject.text(), tokens, subject.target().orElse(""));
            return named.size() == 0 ? 0 : seen.words().sentences(named);
        }
    }

    /// Reads a post.
    ///
    /// @param tokens of the subject's text
    /// @param polarity toward the brand, where that is known
    /// @param complaint probability of a complaint, 0 to 1
    /// @param aspects what a model says of topics and flags
    public Said say(
            Subject subject,
            Tokens tokens,
            Probabilities polarity,
            double complaint,
            Aspects aspects,
            Desk desk) {
        var seen = see(subject, tokens, polarity, complaint, desk);
        var tone = Tone.of(seen, aspects);
        return new Said(
                Topics.of(seen, aspects, tone.engaged()), severity(seen, tone), flags(tone));
    }

    Seen see(Subject subject, Tokens tokens, Probabilities polarity, double complaint, Desk desk) {
        var seen = desk.seen;
        var words = seen.words().read(tokens);
        long brand = desk.naming(subject, tokens);
        seen.begin(polarity, complaint, brand);
        phrases.find(words, seen);
        if (!subject.topicWords().isEmpty()) {
            desk.phrasesOf(subject.topicWords()).find(words, seen);
        }
        return seen;
    }

    private static Set<Flag> flags(Tone tone) {
        var flags = EnumSet.noneOf(Flag.class);
        if (tone.asks()) {
            flags.add(Flag.QUESTION);
        }
        if (tone.praises()) {
            flags.add(Flag.PRAISE);
        }
        if (tone.ironic()) {
            flags.add(Flag.IRONY);
        }
        return flags;
    }

    private record Counted(String reason, double share) {}

    private static Severity severity(Seen seen, Tone tone) {
        var counted = new ArrayList<Counted>();
        double left = tone.asks() ? 1 - QUESTION_SHARE : 1;
        for (var rule : SeverityRule.ALL) {
            double share = rule.apply(seen, tone);
            left *= 1 - share;
            if (share >= LEAST_SHARE) {
                counted.add(new Counted(rule.reason(), share));
            }
        }
        counted.sort(Comparator.comparingDouble(one -> -one.share()));
        return new Severity(
                (int) Math.round(100 * (1 - left)), counted.stream().map(Counted::reason).toList());
    }
}
