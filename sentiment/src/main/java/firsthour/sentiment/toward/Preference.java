package firsthour.sentiment.toward;

import firsthour.sentiment.Polarity;
import firsthour.sentiment.corenlp.Sentence;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// What a comparison says: one thing is better than another. Either may be left unsaid: "way worse
/// than Northline".
///
/// @param better the place of the word at the head of the better thing
/// @param worse the place of the word at the head of the other
record Preference(OptionalInt better, OptionalInt worse) {

    /// Of a comparative's two sides, the one with "than" and the other.
    static Preference compared(OptionalInt subject, OptionalInt standard, boolean praises) {
        return praises ? new Preference(subject, standard) : new Preference(standard, subject);
    }

    /// What it says of a target; empty where it names the target on both sides or on none.
    ///
    /// @param target whether the word at a place is a part of the target's name
    Optional<Polarity> toward(Sentence sentence, IntPredicate target) {
        boolean praised = names(sentence, better, target);
        boolean blamed = names(sentence, worse, target);
        if (praised == blamed) {
            return Optional.empty();
        }
        return Optional.of(praised ? Polarity.POSITIVE : Polarity.NEGATIVE);
    }

    private static boolean names(Sentence sentence, OptionalInt head, IntPredicate target) {
        return head.isPresent() && sentence.phrase(head.getAsInt()).anyMatch(target);
    }
}
