package firsthour.reporting.month;

import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Scorer;
import firsthour.sentiment.Subject;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What the customers of the month say, and a judgement that knows nothing but these words.
final class Words {
    static final String COMPLAINT = "My Kestrel grinder broke, and nobody answers me.";
    static final String AGAIN = "Kestrel, it is still broken. Do you read this at all?";
    static final String PRAISE = "Thank you, Kestrel!";
    static final String CALM = "Meeting at the Kestrel at ten.";

    static final String ACKNOWLEDGEMENT = "Sorry to hear this. I look into it.";
    static final String ANSWER =
            "The handle was from a bad batch. We will send you another one today, and you may keep"
                    + " the old one.";

    private Words() {}

    @Singleton
    @Replaces(Scorer.class)
    @Requires(property = "month")
    static final class ByWords implements Scorer {
        @Override
        public Score score(Subject subject, boolean explain) {
            var text = subject.text();
            return text.contains("broke")
                    ? score(Polarity.NEGATIVE, new Score.Probabilities(.9, .08, .02), .9)
                    : text.contains("Thank")
                            ? score(Polarity.POSITIVE, new Score.Probabilities(.02, .08, .9), 0)
                            : score(Polarity.NEUTRAL, new Score.Probabilities(.1, .8, .1), 0);
        }

        private Score score(
                Polarity polarity, Score.Probabilities probabilities, double complaint) {
            return new Score(
                    polarity,
                    Optional.of(probabilities),
                    OptionalDouble.of(.9),
                    OptionalDouble.of(complaint),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Optional.of("en"),
                    Optional.empty(),
                    List.of(),
                    version());
        }

        @Override
        public String version() {
            return "words/1";
        }
    }
}
