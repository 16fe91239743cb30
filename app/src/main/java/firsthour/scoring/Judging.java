package firsthour.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.mention.Judgeable;
import firsthour.mention.Mentions;
import firsthour.sentiment.Phrase;
import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Scorer;
import firsthour.sentiment.Severity;
import firsthour.sentiment.Subject;
import firsthour.sentiment.Topic;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Judges mentions and stores the scores with the model's version.
@Singleton
public class Judging {
    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

    /// Few enough that their locks are short and a crash repeats little.
    private static final int BATCH = 16;

    /// A brand's threshold is .5 unless somebody moved it; from here on a post may be flagged.
    private static final double CLOSE = 0.35;

    private static final Duration LONGEST_SWEEP = Duration.ofMinutes(2);

    /// Stands behind the model's version where it failed.
    static final String FAILED = "/failed";

    private final Mentions mentions;
    private final Subjects subjects;
    private final ScoreRows scores;
    private final Scorer scorer;
    private final ObjectMapper json;
    private final Clock clock;

    Judging(
            Mentions mentions,
            Subjects subjects,
            ScoreRows scores,
            Scorer scorer,
            ObjectMapper json,
            Clock clock) {
        this.mentions = mentions;
        this.subjects = subjects;
        this.scores = scores;
        this.scorer = scorer;
        this.json = json;
        this.clock = clock;
    }

    /// Judges what waits, batch by batch, each in a transaction of its own; returns after two
    /// minutes at the latest, so that a stop of the node is not held up for long.
    public void judgeWaiting() {
        var until = clock.instant().plus(LONGEST_SWEEP);
        while (judgeBatch() > 0 && clock.instant().isBefore(until)) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /// Judges the next few NEW mentions in one transaction.
    ///
    /// @return how many; 0 when none waits
    @Transactional
    public int judgeBatch() {
        var taken = mentions.takeNew(BATCH);
        if (taken.isEmpty()) {
            return 0;
        }
        scores.forget(taken.stream().map(Judgeable::id).toList());
        var now = clock.instant();
        scores.saveAll(subjects.of(taken).stream().map(asked -> judge(asked, now)).toList());
        return taken.size();
    }

    /// A mention at which the model fails is stored as undetermined, so that it is counted and
    /// listed and holds up no other.
    private ScoreRow judge(Subjects.Asked asked, Instant now) {
        try {
            return row(asked.mentionId(), score(asked.subject()), now);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            LOG.error("Mention {} could not be judged", asked.mentionId(), e);
            return failed(asked.mentionId(), now);
        }
    }

    /// Why is asked only where somebody may read it: of what is flagged, or close to it.
    private Score score(Subject subject) {
        var score = scorer.score(subject, false);
        boolean close =
                score.complaint().orElse(0) >= CLOSE
                        || score.probabilitiesTowardBrand()
                                .filter(p -> p.negative() >= CLOSE)
                                .isPresent();
        return close ? scorer.score(subject, true) : score;
    }

    private ScoreRow failed(long mentionId, Instant now) {
        return new ScoreRow(
                mentionId,
                scorer.version() + FAILED,
                Polarity.UNDETERMINED.name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now);
    }

    private ScoreRow row(long mentionId, Score score, Instant now) {
        var probabilities = score.probabilitiesTowardBrand();
        return new ScoreRow(
                mentionId,
                score.model(),
                // Toward the brand where that is known, else of the whole post.
                score.towardBrand().name(),
                probabilities.map(Score.Probabilities::negative).orElse(null),
                probabilities.map(Score.Probabilities::neutral).orElse(null),
                probabilities.map(Score.Probabilities::positive).orElse(null),
                boxed(score.confidence()),
                boxed(score.complaint()),
                StoredFlags.write(score.flags()),
                score.severity().map(Severity::rank).orElse(null),
                score.severity().map(Judging::reasons).orElse(null),
                score.topics()
                        .map(topics -> write(topics.stream().map(Topic::label).toList()))
                        .orElse(null),
                score.language().orElse(null),
                score.target().flatMap(Score.Target::rule).orElse(null),
                phrases(score.phrases()),
                now);
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    private static String reasons(Severity severity) {
        return String.join("\n", severity.reasons());
    }

    /// Offsets and weights alone: the words stand in the post.
    private @Nullable String phrases(List<Phrase> phrases) {
        return phrases.isEmpty()
                ? null
                : write(
                        phrases.stream()
                                .map(p -> new Span(p.start(), p.end(), p.weight()))
                                .toList());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    record Span(int start, int end, double weight) {}
}
