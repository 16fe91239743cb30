package firsthour.sentiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A judgement. What this version of the engine cannot fill is empty, never invented.
///
/// @param probabilities empty when the polarity is undetermined, and when a rating alone decided it
/// @param complaint probability of a complaint, 0 to 1
/// @param severity a ranking from 0 to 100, not a level
/// @param topics empty when topics are not judged; an empty list when none applies
/// @param language BCP 47, what the text was taken to be; empty when nothing is known
/// @param target the polarity toward the brand that was asked for
/// @param phrases why, in the order of the text; empty unless asked for
/// @param model the scorer's version
public record Score(
        Polarity polarity,
        Optional<Probabilities> probabilities,
        OptionalDouble complaint,
        OptionalInt severity,
        Optional<List<String>> topics,
        Optional<String> language,
        Optional<Target> target,
        List<Phrase> phrases,
        String model) {
    public Score {
        topics = topics.map(List::copyOf);
        phrases = List.copyOf(phrases);
    }

    /// Calibrated or raw probabilities that sum to 1.
    public record Probabilities(double negative, double neutral, double positive) {}

    /// The polarity toward one brand.
    public record Target(String name, Polarity polarity) {}
}
