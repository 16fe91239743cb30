package firsthour.sentiment.train;

import firsthour.sentiment.Score;
import firsthour.sentiment.Score.Probabilities;
import firsthour.sentiment.corenlp.CoreNlp;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.toward.Surroundings;
import firsthour.sentiment.toward.TargetModel;
import firsthour.sentiment.toward.TowardBrand;
import firsthour.sentiment.train.Corpus.Compared;
import firsthour.sentiment.train.Corpus.Example;
import firsthour.sentiment.train.Corpus.Targeted;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Prints how good the polarity toward a target is, beside the whole post's polarity, and how right
/// the rules of comparison are.
final class TargetEvaluation {
    private final Corpus corpus;
    private final Models models;
    private final CoreNlp coreNlp;
    private final TargetModel model = TargetModel.load();
    private final TowardBrand toward;
    private final Models.Desk desk = new Models.Desk();
    private final Surroundings around = new Surroundings();
    private int parsed;

    TargetEvaluation(Corpus corpus, Models models, CoreNlp coreNlp) {
        this.corpus = corpus;
        this.models = models;
        this.coreNlp = coreNlp;
        this.toward = new TowardBrand(models, model);
    }

    void print() throws IOException {
        say("");
        say(
                "| toward a target | posts | what | macro F1 (95 %) | macro recall | calibration error |");
        say("|---|---|---|---|---|---|");
        new TargetTraining(corpus, models)
                .heldOut()
                .forEach((set, heldOut) -> {
                    row(set + ", 5 folds", "whole post", of(heldOut.posts(), heldOut.whole(), 1));
                    row(
                            set + ", 5 folds",
                            "toward the target",
                            of(heldOut.posts(), heldOut.logits(), model.temperature()));
                });
        for (var set : List.of("brand_emotion", "tsa_md")) {
            var posts = corpus.targets(set, "dev");
            row(set + ", dev", "whole post", figures(posts, this::whole));
            row(set + ", dev", "toward the target", figures(posts, this::toward));
        }
        comparisons();
        speed();
    }

    private static Figures of(List<Example> posts, List<double[]> logits, float temperature) {
        return Figures.of(
                posts, logits.stream().map(of -> Models.softmax(of, temperature)).toList());
    }

    private interface Judge {
        Probabilities judge(Targeted post);
    }

    private static Figures figures(List<Targeted> posts, Judge judge) {
        return Figures.of(
                posts.stream().map(post -> new Example(post.text(), post.label())).toList(),
                posts.stream()
                        .map(judge::judge)
                        .map(of -> new double[] {of.negative(), of.neutral(), of.positive()})
                        .toList());
    }

    private Probabilities whole(Targeted post) {
        return models.say(post.text(), desk).polarity();
    }

    private Probabilities toward(Targeted post) {
        var whole = whole(post);
        return judge(post.text(), post.target()).map(Score.Target::probabilities).orElse(whole);
    }

    /// Of the post that was judged last as a whole.
    private Optional<Score.Target> judge(String text, String target) {
        return toward.judge(
                text,
                target,
                desk,
                around,
                sentence -> {
                    parsed++;
                    return coreNlp.parse(sentence);
                });
    }

    /// A rule is right where it says of both things what people say of them.
    private void comparisons() throws IOException {
        var all = corpus.compared();
        var right = new TreeMap<String, Integer>();
        var fired = new TreeMap<String, Integer>();
        for (var one : all) {
            models.say(one.text(), desk);
            var first = judge(one.text(), one.one()).filter(said -> said.rule().isPresent());
            var other = judge(one.text(), one.other()).filter(said -> said.rule().isPresent());
            if (first.isPresent()
                    && other.isPresent()
                    && first.get().polarity() != other.get().polarity()) {
                String rule = first.get().rule().orElseThrow();
                fired.merge(rule, 1, Integer::sum);
                right.merge(rule, isRight(one, first.get()) ? 1 : 0, Integer::sum);
            }
        }
        say("");
        say("| rule of comparison | fired | right |");
        say("|---|---|---|");
        fired.forEach((rule, times) ->
                say("| %s | %d | %d |".formatted(rule, times, right.getOrDefault(rule, 0))));
        int times = fired.values().stream().mapToInt(Integer::intValue).sum();
        int hits = right.values().stream().mapToInt(Integer::intValue).sum();
        long there = all.stream().filter(one -> one.preference() != 0).count();
        say(
                "| all: precision %.3f, recall %.3f | %d | %d |"
                        .formatted((double) hits / times, (double) hits / there, times, hits));
    }

    private static boolean isRight(Compared sentence, Score.Target said) {
        return switch (said.polarity()) {
            case POSITIVE -> sentence.preference() > 0;
            case NEGATIVE -> sentence.preference() < 0;
            case NEUTRAL, UNDETERMINED -> false;
        };
    }

    private void speed() throws IOException {
        var posts = corpus.targets("brand_emotion", "train");
        posts.forEach(this::toward);
        parsed = 0;
        long start = System.nanoTime();
        posts.forEach(this::toward);
        double seconds = (System.nanoTime() - start) / 1e9;
        var alone = posts.stream().filter(post -> !mayParse(post)).toList();
        long again = System.nanoTime();
        alone.forEach(this::toward);
        say("");
        say(
                "All heads and the target, one thread: %,.0f posts/s, of which %.2f %% are parsed; without those %,.0f posts/s."
                        .formatted(
                                posts.size() / seconds,
                                100.0 * parsed / posts.size(),
                                alone.size() * 1e9 / (System.nanoTime() - again)));
    }

    private boolean mayParse(Targeted post) {
        int before = parsed;
        toward(post);
        return parsed > before;
    }

    private static void row(String set, String what, Figures figures) {
        var interval = figures.macroF1Interval();
        say(
                "| %s | %,d | %s | %.3f (%.3f–%.3f) | %.3f | %.3f |"
                        .formatted(
                                set,
                                figures.size(),
                                what,
                                figures.macroF1(),
                                interval.low(),
                                interval.high(),
                                figures.macroRecall(),
                                figures.calibrationError()));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
