package firsthour.sentiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// A judgement. What this version of the engine cannot fill is empty, never invented.
///
/// @param polarity of the whole post
/// @param probabilities of the whole post; empty when the polarity is undetermined, and when a
///   rating alone decided it
/// @param confidence how far the polarity (toward the target, where that is known) can be trusted,
///   0 to 1: its probability, less where irony is likely; empty where probabilities are
/// @param complaint probability of a complaint, 0 to 1
/// @param severity empty when it was not judged
/// @param topics empty when topics are not judged; an empty list when none applies
/// @param language BCP 47, what the text was taken to be; empty when nothing is known
/// @param target what is said of the brand that was asked for; empty where the text does not name
///   it
/// @param phrases why, in the order of the text; empty unless asked for
/// @param model the scorer's version
public record Score(
        Polarity polarity,
        Optional<Probabilities> probabilities,
        OptionalDouble confidence,
        OptionalDouble complaint,
        Optional<Severity> severity,
        Optional<List<Topic>> topics,
        Set<Flag> flags,
        Optional<String> language,
        Optional<Target> target,
        List<Phrase> phrases,
        String model) {
    private static final double LIKELY = 0.5;

    public Score {
        topics = topics.map(List::copyOf);
        flags = Set.copyOf(flags);
        phrases = List.copyOf(phrases);
    }

    /// Calibrated or raw probabilities that sum to 1.
    public record Probabilities(double negative, double neutral, double positive) {
        /// The label that is most likely; neutral before others that are as likely.
        public Polarity likeliest() {
            if (negative > neutral && negative >= positive) {
                return Polarity.NEGATIVE;
            }
            return positive > neutral ? Polarity.POSITIVE : Polarity.NEUTRAL;
        }

        /// The probability of a label; 0 for undetermined.
        public double of(Polarity polarity) {
            return switch (polarity) {
                case NEGATIVE -> negative;
                case NEUTRAL -> neutral;
                case POSITIVE -> positive;
                case UNDETERMINED -> 0;
            };
        }
    }

    /// The polarity toward one brand.
    ///
    /// @param rule names the rule of comparison that decided, "switched from one to another"; empty
    ///   where the model did
    public record Target(
            String name, Polarity polarity, Probabilities probabilities, Optional<String> rule) {}

    /// What is said of the brand that was asked for, else of the whole post.
    public Polarity towardBrand() {
        return target.map(Target::polarity).orElse(polarity);
    }

    /// Whether [#phrases()] tell why it is a complaint, above 0 for what speaks against one. Else
    /// they tell how good or bad it is, above 0 for good.
    public boolean tellsWhyComplaint() {
        return tellsWhyComplaint(towardBrand(), complaint);
    }

    /// The same of a score that was taken apart: what is negative says why it is negative, and of
    /// the rest what is likely a complaint says why it is one.
    ///
    /// @param complaint its probability
    public static boolean tellsWhyComplaint(Polarity towardBrand, OptionalDouble complaint) {
        return towardBrand != Polarity.NEGATIVE && complaint.orElse(0) >= LIKELY;
    }

    /// The probabilities that belong to [#towardBrand()].
    public Optional<Probabilities> probabilitiesTowardBrand() {
        return target.map(Target::probabilities).or(() -> probabilities);
    }
}
