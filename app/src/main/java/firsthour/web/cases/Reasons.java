package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.language.ReasonWords;
import firsthour.scoring.JudgedWords;
import firsthour.sentiment.Flag;
import firsthour.triage.CaseView;
import firsthour.triage.CaseView.MentionView;
import firsthour.triage.CaseView.ScoreView;
import firsthour.web.cases.CasePage.Reason;
import firsthour.web.cases.CasePage.Why;
import firsthour.web.shell.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says why a case is here.
final class Reasons {
    private Reasons() {}

    static Why of(CaseView view) {
        var opening = view.mentions().getFirst();
        var priority = view.row().priority();
        return new Why(
                Labels.capitalised(opening.reason().map(ReasonWords::say).orElse("")),
                priority.points(),
                priority.reasons().stream()
                        .map(reason ->
                                new Reason(ReasonWords.say(reason.reason()), reason.points()))
                        .toList(),
                opening.score()
                        .map(score -> judgement(score, view.row().brandName()))
                        .orElse(List.of()),
                opening.score().map(ScoreView::model).orElse(null),
                detected(opening));
    }

    /// A line each, what decides first.
    private static List<String> judgement(ScoreView score, String brand) {
        var lines = new ArrayList<String>();
        if (score.flags().contains(Flag.IRONY)) {
            lines.add(t("May be ironic – read it yourself"));
        }
        probabilities(score).ifPresent(lines::add);
        lines.add(toward(score, brand));
        if (score.severity().isPresent()) {
            lines.add(
                    t("Severity {0} of 100", score.severity().getAsInt())
                            + listed(
                                    ": ",
                                    score.severityReasons().stream()
                                            .map(ReasonWords::say)
                                            .toList()));
        }
        score.topics()
                .map(json -> json.replaceAll("[\\[\\]\"]", "").strip())
                .filter(topics -> !topics.isEmpty())
                .map(topics ->
                        Arrays.stream(topics.split(",", -1))
                                .map(String::strip)
                                .map(JudgedWords::ofTopic)
                                .collect(Collectors.joining(", ")))
                .ifPresent(topics -> lines.add(t("About {0}", topics)));
        return lines;
    }

    private static Optional<String> probabilities(ScoreView score) {
        var said = new ArrayList<String>();
        score.negative().ifPresent(p -> said.add(t("negative {0}", PostViews.percent(p))));
        score.complaint().ifPresent(p -> said.add(t("a complaint {0}", PostViews.percent(p))));
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(Labels.capitalised(String.join(", ", said)));
    }

    private static String toward(ScoreView score, String brand) {
        var sure =
                score.confidence().isPresent()
                        ? ", " + t("{0} sure", PostViews.percent(score.confidence().getAsDouble()))
                        : "";
        var rule =
                score.targetRule()
                        .map(words -> " (" + t("by comparison: {0}", ReasonWords.say(words)) + ")")
                        .orElse("");
        return t("Toward {0}: {1}", brand, JudgedWords.of(score.polarity())) + sure + rule;
    }

    private static String listed(String before, List<String> words) {
        return words.isEmpty() ? "" : before + String.join(", ", words);
    }

    private static String detected(MentionView mention) {
        var lag = mention.detectionLag();
        return lag.toMinutes() < 1
                ? t("Detected within a minute of being posted")
                : t("Detected {0} after it was posted", Times.span(lag));
    }
}
