package firsthour.scoring;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.sentiment.Polarity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What would change if mentions were judged again.
///
/// @param judged how many were tried
/// @param kinds how many of each kind, which make up all of them
/// @param examples the first few that change, the newest first
public record Trial(int judged, Map<Kind, Integer> kinds, List<Example> examples) {
    static final int EXAMPLES = 20;

    public Trial {
        kinds = Map.copyOf(kinds);
        examples = List.copyOf(examples);
    }

    /// How many of a kind.
    public int count(Kind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    /// What becomes of one mention; the first that applies.
    public enum Kind {
        /// A person has corrected it, and that stands.
        CORRECTED(mark("corrected by a person, which stands")),
        NEWLY_FLAGGED(mark("would be flagged now")),
        NO_LONGER_FLAGGED(mark("would not be flagged now")),
        OTHER_POLARITY(mark("another polarity, the same decision")),
        SAME(mark("the same"));

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return t(words);
        }

        static Kind of(boolean corrected, Said was, Said is, double threshold) {
            if (corrected) {
                return CORRECTED;
            }
            boolean before = was.probability() >= threshold;
            boolean after = is.probability() >= threshold;
            if (before != after) {
                return after ? NEWLY_FLAGGED : NO_LONGER_FLAGGED;
            }
            return was.polarity() == is.polarity() ? SAME : OTHER_POLARITY;
        }
    }

    /// What a version says of a mention.
    ///
    /// @param probability the larger of negative and complaint, 0 where it gives none
    public record Said(Polarity polarity, double probability) {}

    /// One mention that changes.
    ///
    /// @param words of the post
    public record Example(long mentionId, String words, Kind kind, Said was, Said is) {}

    /// Adds mentions up.
    static final class Tally {
        private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        private final List<Example> examples = new ArrayList<>();
        private int judged;

        void add(Example one) {
            judged++;
            kinds.merge(one.kind(), 1, Integer::sum);
            boolean changes = one.kind() != Kind.SAME && one.kind() != Kind.CORRECTED;
            if (changes && examples.size() < EXAMPLES) {
                examples.add(one);
            }
        }

        Trial sum() {
            return new Trial(judged, kinds, examples);
        }
    }
}
