package firsthour.sentiment.toward;

import firsthour.sentiment.Polarity;
import firsthour.sentiment.corenlp.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// A way in which people compare things, and what it says of which.
///
/// @param name what a reader is told, "switched from one to another"
/// @param cues in lower case; without a word of each set the rule finds nothing, and the costly
///   parse is not made for it
/// @param finder a pure function from a sentence to what is compared in it
record Rule(String name, List<Set<String>> cues, Function<Sentence, List<Preference>> finder) {
    Rule {
        cues = cues.stream().map(Set::copyOf).toList();
    }

    /// What the rule says of a target in a sentence; empty where it says nothing, or both.
    Optional<Polarity> toward(Sentence sentence, IntPredicate target) {
        var said =
                finder.apply(sentence).stream()
                        .flatMap(preference -> preference.toward(sentence, target).stream())
                        .distinct()
                        .toList();
        return said.size() == 1 ? Optional.of(said.getFirst()) : Optional.empty();
    }
}
