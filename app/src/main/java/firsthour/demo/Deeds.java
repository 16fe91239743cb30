package firsthour.demo;

import firsthour.response.Remedy;
import firsthour.sentiment.Polarity;
import firsthour.triage.DismissalReason;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A line of `demo/deeds.jsonl`: what the staff did about one post. Times run from its detection.
///
/// @param post the sample post's id
/// @param by the key of the member who did it; null where nobody did anything
/// @param inquiry a question: when triage finds none in it, nothing is corrected
record Deeds(
        String post,
        boolean inquiry,
        @Nullable String by,
        @Nullable Correction correct,
        @Nullable Duration claim,
        @Nullable Look look,
        @Nullable Words acknowledge,
        @Nullable Words answer,
        @Nullable Promised promise,
        @Nullable Given remedy,
        @Nullable Duration resolve,
        @Nullable Dismissal dismiss) {

    /// A colleague was asked to look at an acknowledgement, and sent it back.
    record Look(Duration after, String text, Back back) {}

    /// @param text as the colleague changed it
    record Back(Duration after, String by, String text, String note) {}

    record Words(Duration after, String text) {}

    /// What the customer was promised.
    ///
    /// @param due until when
    /// @param kept when it was; null where it is owed yet
    record Promised(Duration after, String text, Duration due, @Nullable Duration kept) {}

    /// What the customer was given.
    ///
    /// @param amount as it is typed; empty where it is worth no sum
    /// @param rule of the house under which it was
    record Given(Duration after, Remedy.Kind kind, String amount, String rule) {}

    record Dismissal(Duration after, DismissalReason reason, String note) {}

    record Correction(Duration after, Polarity polarity) {}

    /// What a member says the post is, should the model have overlooked it: whatever got an answer
    /// was a complaint. So the story stays the same under another model.
    Optional<Correction> ifOverlooked() {
        if (correct != null) {
            return Optional.of(correct);
        }
        return inquiry
                ? Optional.empty()
                : Stream.of(
                                Optional.ofNullable(claim),
                                Optional.ofNullable(acknowledge).map(Words::after),
                                Optional.ofNullable(answer).map(Words::after))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(after -> new Correction(after, Polarity.NEGATIVE));
    }
}
