package firsthour.sentiment.train;

import firsthour.sentiment.Flag;
import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Scorer;
import firsthour.sentiment.Topic;
import firsthour.sentiment.engine.Engine;
import firsthour.sentiment.train.LabelledPosts.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Says how well topics, severity and flags fit what a person said of the same posts, and how far a
/// second person agrees.
public final class CueEvaluation {
    private static final int ORDINARY = 2;
    private static final int GRAVEST = 4;
    private static final String QUIET = "quiet";

    private final List<Post> posts;
    private final List<Score> scores;

    CueEvaluation(LabelledPosts labelled, Scorer scorer) {
        posts = labelled.posts();
        scores = posts.stream().map(post -> scorer.score(post.subject(), false)).toList();
    }

    /// Reads the file of labelled posts named, and a second person's labels where they are named.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 && arguments.length != 2) {
            throw new IllegalArgumentException(
                    "Name the file of labelled posts, and a second annotator's file if there is one");
        }
        var labelled = LabelledPosts.read(Path.of(arguments[0]));
        new CueEvaluation(labelled, new Engine()).print();
        if (arguments.length == 2) {
            printAgreement(labelled, LabelledPosts.read(Path.of(arguments[1])));
        }
    }

    Counts topic(Topic topic) {
        return counts(
                post -> post.topics().contains(topic), score -> topics(score).contains(topic));
    }

    Counts allTopics() {
        return Arrays.stream(Topic.values())
                .map(this::topic)
                .reduce(new Counts(0, 0, 0), Counts::plus);
    }

    double macroTopics() {
        return Arrays.stream(Topic.values()).mapToDouble(t -> topic(t).f1()).average().orElse(0);
    }

    Counts questions() {
        return counts(
                post -> post.kind().equals("question"),
                score -> score.flags().contains(Flag.QUESTION));
    }

    Counts praises() {
        return counts(
                post -> post.kind().equals("praise"), score -> score.flags().contains(Flag.PRAISE));
    }

    /// Of the posts that are judged positive, those that are flagged as irony against those that
    /// are negative toward the brand.
    Counts ironyAmongPositive() {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int i = 0; i < posts.size(); i++) {
            if (scores.get(i).towardBrand() == Polarity.POSITIVE) {
                boolean flagged = scores.get(i).flags().contains(Flag.IRONY);
                boolean negative = posts.get(i).polarity() == Polarity.NEGATIVE;
                right += flagged && negative ? 1 : 0;
                wrong += flagged && !negative ? 1 : 0;
                missed += !flagged && negative ? 1 : 0;
            }
        }
        return new Counts(right, wrong, missed);
    }

    double tauB() {
        return Agreement.tauB(severities(), ranks());
    }

    double spearman() {
        return Agreement.spearman(severities(), ranks());
    }

    /// The mean place of the quiet disappointments in the order of severity, 0 for the least of all
    /// posts to 1 for the gravest.
    double placeOfQuiet() {
        return meanPlace(post -> post.cues().contains(QUIET));
    }

    /// The mean place of the complaints of severity 2 that are not quiet; see [#placeOfQuiet()].
    double placeOfOrdinary() {
        return meanPlace(post ->
                post.kind().equals("complaint")
                        && post.severity() == ORDINARY
                        && !post.cues().contains(QUIET));
    }

    /// The share of the gravest posts that stand in the first quarter.
    double gravestInFirstQuarter() {
        double[] places = places();
        int[] gravest =
                IntStream.range(0, posts.size())
                        .filter(i -> posts.get(i).severity() == GRAVEST)
                        .toArray();
        return Arrays.stream(gravest).filter(i -> places[i] >= 0.75).count()
                / (double) gravest.length;
    }

    void print() {
        say("| topic | posts | precision | recall | F1 |");
        say("|---|---|---|---|---|");
        for (var topic : Topic.values()) {
            row(topic.label(), topic(topic));
        }
        row("all, micro", allTopics());
        say("| all, macro | | | | %.3f |".formatted(macroTopics()));
        say("");
        say("| flag | posts | precision | recall | F1 |");
        say("|---|---|---|---|---|");
        row("question", questions());
        row("praise", praises());
        row("irony, of posts judged positive that are negative", ironyAmongPositive());
        say("");
        say("| severity | |");
        say("|---|---|");
        say("| Kendall's tau-b with the labels | %.3f |".formatted(tauB()));
        say("| Spearman's rho with the labels | %.3f |".formatted(spearman()));
        say(
                "| mean place of quiet disappointments (0 last, 1 first) | %.2f |"
                        .formatted(placeOfQuiet()));
        say("| mean place of ordinary complaints | %.2f |".formatted(placeOfOrdinary()));
        say(
                "| gravest posts in the first quarter | %.0f %% |"
                        .formatted(100 * gravestInFirstQuarter()));
    }

    private static void printAgreement(LabelledPosts first, LabelledPosts all) {
        var second = all.inOrderOf(first);
        double[] one = severities(first.posts());
        double[] other = severities(second.posts());
        say("");
        say("| two annotators | agreement |");
        say("|---|---|");
        say(
                "| kind, Cohen's kappa | %.3f |"
                        .formatted(
                                Agreement.kappa(
                                        first.posts().stream().map(Post::kind).toList(),
                                        second.posts().stream().map(Post::kind).toList())));
        say(
                "| polarity, Cohen's kappa | %.3f |"
                        .formatted(
                                Agreement.kappa(
                                        first.posts().stream().map(Post::polarity).toList(),
                                        second.posts().stream().map(Post::polarity).toList())));
        for (var topic : Topic.values()) {
            say(
                    "| %s, Cohen's kappa | %.3f |"
                            .formatted(
                                    topic.label(),
                                    Agreement.kappa(has(first, topic), has(second, topic))));
        }
        say(
                "| severity, kappa weighted by the square | %.3f |"
                        .formatted(Agreement.weightedKappa(one, other)));
        say("| severity, Kendall's tau-b | %.3f |".formatted(Agreement.tauB(one, other)));
    }

    private static List<Boolean> has(LabelledPosts posts, Topic topic) {
        return posts.posts().stream().map(post -> post.topics().contains(topic)).toList();
    }

    private Counts counts(Predicate<Post> is, Predicate<Score> said) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int i = 0; i < posts.size(); i++) {
            boolean labelled = is.test(posts.get(i));
            boolean found = said.test(scores.get(i));
            right += labelled && found ? 1 : 0;
            wrong += !labelled && found ? 1 : 0;
            missed += labelled && !found ? 1 : 0;
        }
        return new Counts(right, wrong, missed);
    }

    private static List<Topic> topics(Score score) {
        return score.topics().orElse(List.of());
    }

    private double[] severities() {
        return severities(posts);
    }

    private static double[] severities(List<Post> posts) {
        return posts.stream().mapToDouble(Post::severity).toArray();
    }

    private double[] ranks() {
        return scores.stream()
                .mapToDouble(score -> score.severity().map(s -> s.rank()).orElse(0))
                .toArray();
    }

    private double[] places() {
        return Arrays.stream(Agreement.ranks(ranks()))
                .map(rank -> (rank - 1) / Math.max(1, posts.size() - 1))
                .toArray();
    }

    private double meanPlace(Predicate<Post> of) {
        double[] places = places();
        return IntStream.range(0, posts.size())
                .filter(i -> of.test(posts.get(i)))
                .mapToDouble(i -> places[i])
                .average()
                .orElse(0);
    }

    private static void row(String what, Counts counts) {
        say(
                "| %s | %d | %.3f | %.3f | %.3f |"
                        .formatted(
                                what,
                                counts.right() + counts.missed(),
                                counts.precision(),
                                counts.recall(),
                                counts.f1()));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
