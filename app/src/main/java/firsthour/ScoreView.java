package firsthour;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import firsthour.sentiment.Phrase;
import firsthour.sentiment.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A score as one line of JSON; what the scorer left empty is null.
///
/// @param id as it was read: a string, a number or null
/// @param phrases left out unless they were asked for
record ScoreView(
        JsonNode id,
        String polarity,
        @Nullable Probabilities probabilities,
        @Nullable Double complaint,
        @Nullable Integer severity,
        @Nullable List<String> topics,
        @Nullable String language,
        @Nullable Target target,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PhraseView> phrases,
        String model) {

    record Probabilities(double negative, double neutral, double positive) {}

    record Target(String name, String polarity) {}

    record PhraseView(String text, int start, int end, double weight) {
        static PhraseView of(Phrase phrase) {
            return new PhraseView(phrase.text(), phrase.start(), phrase.end(), phrase.weight());
        }
    }

    /// Stands in the place of a line that could not be read.
    record Failure(@Nullable String id, String error) {}

    static ScoreView of(JsonNode id, Score score, boolean explain) {
        return new ScoreView(
                id,
                score.polarity().label(),
                score.probabilities()
                        .map(of -> new Probabilities(of.negative(), of.neutral(), of.positive()))
                        .orElse(null),
                score.complaint().isPresent() ? score.complaint().getAsDouble() : null,
                score.severity().isPresent() ? score.severity().getAsInt() : null,
                score.topics().orElse(null),
                score.language().orElse(null),
                score.target().map(of -> new Target(of.name(), of.polarity().label())).orElse(null),
                explain ? score.phrases().stream().map(PhraseView::of).toList() : null,
                score.model());
    }
}
