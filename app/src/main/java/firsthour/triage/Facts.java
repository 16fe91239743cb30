package firsthour.triage;

import firsthour.sentiment.Polarity;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/// All that triage knows about one mention when it decides.
///
/// @param ownCase the case that this mention opened or joined before; it stays there
/// @param related a case that it belongs to: an open one, or one that was resolved lately
/// @param question whether it puts a question to the brand
/// @param earlierPosts how many posts about the brand its author wrote before
record Facts(
        Wrote wrote,
        Wishes wishes,
        Optional<Judgement> judgement,
        Optional<Corrected> correction,
        OptionalLong ownCase,
        Optional<Related> related,
        boolean question,
        int earlierPosts) {

    /// The post.
    ///
    /// @param history too old to open a case
    /// @param knownSince when somebody could first know what the model says of it: its clocks start
    ///   then
    record Wrote(
            long mentionId,
            long postId,
            long brandId,
            String network,
            Optional<String> author,
            Account account,
            OptionalLong followers,
            OptionalLong reposts,
            OptionalInt rating,
            boolean history,
            Instant publishedAt,
            Instant knownSince) {

        boolean isReview() {
            return rating.isPresent();
        }
    }

    /// Whose account wrote.
    enum Account {
        CUSTOMER,
        OWN,
        OWN_BOT
    }

    /// What the brand wants.
    ///
    /// @param threshold probability, above 0 and below 1, from which a mention becomes a case
    record Wishes(double threshold, boolean lookReviews, boolean lookPosts, boolean inquiries) {}

    /// What the model said.
    ///
    /// @param praise whether the brand is praised; empty where it was judged before that was asked
    record Judgement(
            Polarity polarity,
            OptionalDouble negative,
            OptionalDouble positive,
            OptionalDouble complaint,
            OptionalInt severity,
            Optional<String> language,
            Optional<Boolean> praise) {}

    /// What a person said instead.
    record Corrected(Polarity polarity, Instant at) {}

    /// A case and why the mention belongs to it.
    record Related(long caseId, Tie tie) {}

    /// What ties a mention to a case.
    enum Tie {
        THREAD,
        AUTHOR,
        /// Below a case of its author that was resolved lately, after our last word.
        RESOLVED_THREAD,
        /// Below a case of its author that was resolved lately, and written before our last word.
        ANSWERED_THREAD
    }

    /// The label that counts: a person's before the model's; undetermined where nothing was judged.
    Polarity polarity() {
        return correction
                .map(Corrected::polarity)
                .or(() -> judgement.map(Judgement::polarity))
                .orElse(Polarity.UNDETERMINED);
    }

    /// The model's probability of "negative"; a correction overrides it.
    OptionalDouble negative() {
        return correction.isPresent() ? OptionalDouble.empty() : from(Judgement::negative);
    }

    /// The model's probability of "positive"; a correction overrides it.
    OptionalDouble positive() {
        return correction.isPresent() ? OptionalDouble.empty() : from(Judgement::positive);
    }

    /// The model's probability of a complaint; a correction overrides it.
    OptionalDouble complaint() {
        return correction.isPresent() ? OptionalDouble.empty() : from(Judgement::complaint);
    }

    /// Whether the model says that the brand is praised; empty where it says nothing about that.
    Optional<Boolean> praise() {
        return correction.isPresent() ? Optional.empty() : judgement.flatMap(Judgement::praise);
    }

    /// Kind words without a question or a complaint: nobody has to reply to them.
    boolean isThanks() {
        return polarity() == Polarity.POSITIVE
                && !question
                && complaint().orElse(0) < wishes.threshold()
                && wrote.rating().orElse(5) > 3;
    }

    boolean correctedTo(Polarity polarity) {
        return correction.filter(by -> by.polarity() == polarity).isPresent();
    }

    private OptionalDouble from(Function<Judgement, OptionalDouble> probability) {
        return judgement.map(probability).orElse(OptionalDouble.empty());
    }
}
