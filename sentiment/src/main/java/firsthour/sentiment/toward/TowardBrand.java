package firsthour.sentiment.toward;

import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Score.Probabilities;
import firsthour.sentiment.corenlp.Sentence;
import firsthour.sentiment.linear.Models;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Judges what a post says of one brand: by a rule where the post compares it with another, else by
/// the trained model.
///
/// @param models by which the post was judged as a whole
public record TowardBrand(Models models, TargetModel model) {
    /// How sure a rule is: a little less than it was right on sentences that it was tried on,
    /// because posts are written less carefully.
    private static final double RIGHT = 0.9;

    private static final double NEUTRAL = 0.06;

    /// Empty where the post does not name the brand.
    ///
    /// @param brand its name as people write it
    /// @param desk on which the post was judged last; it stays as it is
    /// @param around what this thread reads posts with
    /// @param parser of single sentences; called for few posts
    public Optional<Score.Target> judge(
            String post,
            String brand,
            Models.Desk desk,
            Surroundings around,
            Function<String, List<Sentence>> parser) {
        if (!around.read(post, brand, models, desk)) {
            return Optional.empty();
        }
        var compared = new Comparisons(post, desk.tokens(), around.occurrences(), parser).find();
        var probabilities =
                compared.map(verdict -> sure(verdict.polarity()))
                        .orElseGet(() -> judge(post, brand, desk, around));
        return Optional.of(
                new Score.Target(
                        brand,
                        probabilities.likeliest(),
                        probabilities,
                        compared.map(Comparisons.Verdict::rule)));
    }

    /// By the model: of the part that is about the brand, where another is about somebody else.
    private Probabilities judge(String post, String brand, Models.Desk desk, Surroundings around) {
        new Contrast(post, desk.tokens(), around.occurrences())
                .find()
                .ifPresent(part -> {
                    models.say(part, around.desk());
                    around.read(part, brand, models, around.desk());
                });
        return model.judge(around);
    }

    private static Probabilities sure(Polarity polarity) {
        double wrong = 1 - RIGHT - NEUTRAL;
        return polarity == Polarity.POSITIVE
                ? new Probabilities(wrong, NEUTRAL, RIGHT)
                : new Probabilities(RIGHT, NEUTRAL, wrong);
    }
}
