package firsthour;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import firsthour.sentiment.Flag;
import firsthour.sentiment.Phrase;
import firsthour.sentiment.Score;
import firsthour.sentiment.Severity;
import firsthour.sentiment.Topic;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A score as one line of JSON; what the scorer left empty is null.
///
/// @param id as it was read: a string, a number or null
/// @param phrases left out unless they were asked for
record ScoreView(
        JsonNode id,
        String polarity,
        @Nullable Probabilities probabilities,
        @Nullable Double confidence,
        @Nullable Double complaint,
        @Nullable Integer severity,
        @Nullable List<String> severityReasons,
        @Nullable List<String> topics,
        List<String> flags,
        @Nullable String language,
        @Nullable Target target,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PhraseView> phrases,
        String model) {

    record Probabilities(double negative, double neutral, double positive) {
        static Probabilities of(Score.Probabilities of) {
            return new Probabilities(of.negative(), of.neutral(), of.positive());
        }
    }

    record Target(
            String name, String polarity, Probabilities probabilities, @Nullable String rule) {
        static Target of(Score.Target target) {
            return new Target(
                    target.name(),
                    target.polarity().label(),
                    Probabilities.of(target.probabilities()),
                    target.rule().orElse(null));
        }
    }

    record PhraseView(String text, int start, int end, double weight) {
        static PhraseView of(Phrase phrase) {
            return new PhraseView(phrase.text(), phrase.start(), phrase.end(), phrase.weight());
        }
    }

    /// Stands in the place of a line that could not be read.
    ///
    /// @param id as it came; null where it was not reached
    record Failure(JsonNode id, String error) {}

    static ScoreView of(JsonNode id, Score score, boolean explain) {
        return new ScoreView(
                id,
                score.polarity().label(),
                score.probabilities().map(Probabilities::of).orElse(null),
                nullable(score.confidence()),
                nullable(score.complaint()),
                score.severity().map(Severity::rank).orElse(null),
                score.severity().map(Severity::reasons).orElse(null),
                score.topics().map(of -> of.stream().map(Topic::label).toList()).orElse(null),
                score.flags().stream().sorted().map(Flag::label).toList(),
                score.language().orElse(null),
                score.target().map(Target::of).orElse(null),
                explain ? score.phrases().stream().map(PhraseView::of).toList() : null,
                score.model());
    }

    private static @Nullable Double nullable(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() : null;
    }
}
