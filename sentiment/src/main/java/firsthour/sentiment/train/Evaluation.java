package firsthour.sentiment.train;

import firsthour.sentiment.Score.Probabilities;
import firsthour.sentiment.corenlp.CoreNlp;
import firsthour.sentiment.language.Finding;
import firsthour.sentiment.language.LanguageFinder;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.text.Cleaned;
import firsthour.sentiment.train.Corpus.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Prints how good the weights are that come with this version, beside raw CoreNLP on the same
/// posts in the same run.
public final class Evaluation {
    private static final List<String> FOREIGN =
            List.of("arabic", "french", "german", "italian", "portuguese", "spanish");

    /// Of fewer words no language can be told.
    private static final int WORDS_OF_A_POST = 5;

    private final Corpus corpus;
    private final Models models = Models.load();
    private final Models.Desk desk = new Models.Desk();
    private final CoreNlp coreNlp = new CoreNlp();
    private final LanguageFinder languages = new LanguageFinder();

    private Evaluation(Corpus corpus) {
        this.corpus = corpus;
    }

    /// Reads the data in the folder named.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Name the data folder");
        }
        new Evaluation(new Corpus(Path.of(arguments[0]))).print();
    }

    private void print() throws IOException {
        say("| set | posts | what | macro recall (95 %) | macro F1 | calibration error |");
        say("|---|---|---|---|---|---|");
        for (var set : List.of("tweeteval", "kaggle", "goemotions", "sst")) {
            var posts = corpus.polarity(set, "dev");
            row(set, "Firsthour", Figures.of(posts, all(posts, this::polarity)));
            row(set, "raw CoreNLP", Figures.of(posts, all(posts, this::raw)));
        }
        tweets();
        languages();
        speed();
        new TargetEvaluation(corpus, models, coreNlp).print();
    }

    private void tweets() throws IOException {
        var posts = corpus.polarity("tweeteval", "dev");
        var figures = Figures.of(posts, all(posts, this::polarity));
        say("");
        say("| TweetEval dev | precision | recall | F1 |");
        say("|---|---|---|---|");
        for (int k = 0; k < 3; k++) {
            say(
                    "| %s | %.3f | %.3f | %.3f |"
                            .formatted(
                                    Corpus.POLARITIES.get(k),
                                    figures.precision(k),
                                    figures.recall(k),
                                    figures.f1(k)));
        }
        say("");
        say("| of the posts of which it is surest | wrong |");
        say("|---|---|");
        for (double coverage : new double[] {1, 0.9, 0.8, 0.7, 0.5, 0.3}) {
            say("| %.0f %% | %.1f %% |".formatted(100 * coverage, 100 * figures.risk(coverage)));
        }
    }

    private void languages() throws IOException {
        var english = corpus.polarity("tweeteval", "dev");
        say("");
        say("| language | posts | taken for |");
        say("|---|---|---|");
        say(
                "| English (TweetEval dev) | %d | %.2f %% undetermined |"
                        .formatted(english.size(), 100 * foreign(english)));
        for (var language : FOREIGN) {
            var posts =
                    corpus.foreign(language, "dev").stream()
                            .filter(post -> post.text().split("\\s+").length >= WORDS_OF_A_POST)
                            .toList();
            say(
                    "| %s | %d | %.2f %% given a polarity |"
                            .formatted(language, posts.size(), 100 * (1 - foreign(posts))));
        }
    }

    private double foreign(List<Example> posts) {
        return posts.stream()
                        .filter(post ->
                                languages.find(Cleaned.of(post.text()), Optional.empty())
                                        instanceof Finding.Foreign)
                        .count()
                / (double) posts.size();
    }

    private void speed() throws IOException {
        var posts = corpus.polarity("tweeteval", "dev");
        double ours = perSecond(posts, 20, this::polarity);
        double raw = perSecond(posts.subList(0, 300), 1, this::raw);
        say("");
        say("| models alone, one thread | posts/s | of raw CoreNLP |");
        say("|---|---|---|");
        say("| raw CoreNLP (englishSR) | %,.0f | 1 |".formatted(raw));
        say("| Firsthour, polarity and complaint | %,.0f | %,.0f |".formatted(ours, ours / raw));
    }

    private static double perSecond(
            List<Example> posts, int rounds, Function<String, double[]> judge) {
        all(posts, judge);
        long start = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            all(posts, judge);
        }
        return rounds * posts.size() * 1e9 / (System.nanoTime() - start);
    }

    private static List<double[]> all(List<Example> posts, Function<String, double[]> judge) {
        return posts.stream().map(post -> judge.apply(post.text())).toList();
    }

    private double[] polarity(String text) {
        return shares(models.say(text, desk).polarity());
    }

    private double[] raw(String text) {
        var said =
                coreNlp.read(Cleaned.of(text), text, false)
                        .probabilities()
                        .orElse(new Probabilities(0, 1, 0));
        return shares(said);
    }

    private static double[] shares(Probabilities of) {
        return new double[] {of.negative(), of.neutral(), of.positive()};
    }

    private static void row(String set, String what, Figures figures) {
        say("| %s | %,d | %s | %s |".formatted(set, figures.size(), what, figures.row()));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
