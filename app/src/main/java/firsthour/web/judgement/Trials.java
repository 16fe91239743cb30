package firsthour.web.judgement;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.reporting.Spoken;
import firsthour.scoring.JudgedWords;
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
            return t(
                    "Since that day the present version has judged every mention: nothing would change.");
        }
        return judged < all
                ? t(
                        "The newest {0} of {1} were judged on trial. Nothing was written.",
                        Spoken.number(judged), Spoken.number(all))
                : count(
                        judged,
                        "{0} mention was judged on trial. Nothing was written.",
                        "{0} mentions were judged on trial. Nothing was written.");
    }

    private static String said(Trial.Said said) {
        return JudgedWords.of(said.polarity()) + ", " + ThresholdViews.number(said.probability());
    }

    private static String excerpt(String words) {
        return words.codePointCount(0, words.length()) <= EXCERPT
                ? words
                : words.substring(0, words.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
