package firsthour.web.judgement;

import firsthour.reporting.Spoken;
import firsthour.scoring.Trial;
import firsthour.web.judgement.JudgementView.Count;
import firsthour.web.judgement.JudgementView.Example;
import firsthour.web.judgement.JudgementView.Tried;
import java.util.Arrays;

/// Says what a trial found.
final class Trials {
    private static final int EXCERPT = 240;

    private Trials() {}

    /// @param all how many there are to judge
    static Tried told(Trial trial, int all) {
        return new Tried(
                told(trial.judged(), all),
                Arrays.stream(Trial.Kind.values())
                        .map(kind -> new Count(Spoken.number(trial.count(kind)), kind.words()))
                        .toList(),
                trial.examples().stream()
                        .map(example ->
                                new Example(
                                        excerpt(example.words()),
                                        said(example.was()),
                                        said(example.is()),
                                        example.kind().words()))
                        .toList());
    }

    private static String told(int judged, int all) {
        if (judged == 0) {
            return "Since that day the present version has judged every mention: nothing would"
                    + " change.";
        }
        return judged < all
                ? "The newest %s of %s were judged on trial. Nothing was written."
                        .formatted(Spoken.number(judged), Spoken.number(all))
                : "%s judged on trial. Nothing was written."
                        .formatted(Spoken.count(judged, "mention was", "mentions were"));
    }

    private static String said(Trial.Said said) {
        return said.polarity().label() + ", " + ThresholdViews.number(said.probability());
    }

    private static String excerpt(String words) {
        return words.codePointCount(0, words.length()) <= EXCERPT
                ? words
                : words.substring(0, words.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
