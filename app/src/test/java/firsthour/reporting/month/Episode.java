package firsthour.reporting.month;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A part of a case, from its opening or reopening.
///
/// @param begun when it began, by the log
/// @param asked when the customer wrote, or the case was reopened
record Episode(int number, Instant begun, Instant asked, Owed word, Owed answer, List<Word> words) {

    List<Owed> owed() {
        return List.of(word, answer);
    }

    /// When an answer was given first.
    Optional<Instant> answered() {
        return words.stream()
                .filter(said -> said.kind() == Word.Kind.ANSWER)
                .map(Word::at)
                .min(Comparator.naturalOrder());
    }

    void hear(Word said) {
        if (said.kind() != Word.Kind.FOLLOW_UP) {
            word.say(said.at());
        }
        if (said.kind() == Word.Kind.ANSWER) {
            answer.say(said.at());
        }
    }
}
