package firsthour.web.cases;

import firsthour.sentiment.Flag;
import firsthour.triage.CaseView;
import firsthour.triage.CaseView.MentionView;
import firsthour.triage.CaseView.ScoreView;
import firsthour.web.cases.CasePage.Reason;
import firsthour.web.cases.CasePage.Why;
import firsthour.web.shell.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says why a case is here.
final class Reasons {
    private Reasons() {}

    static Why of(CaseView view) {
        var opening = view.mentions().getFirst();
        var priority = view.row().priority();
        return new Why(
                Labels.capitalised(opening.reason().orElse("")),
                priority.points(),
                priority.reasons().stream()
                        .map(reason -> new Reason(reason.reason(), reason.points()))
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
            lines.add("May be ironic – read it yourself");
        }
        probabilities(score).ifPresent(lines::add);
        lines.add(toward(score, brand));
        if (score.severity().isPresent()) {
            lines.add(
                    "Severity %d of 100%s"
                            .formatted(
                                    score.severity().getAsInt(),
                                    listed(": ", score.severityReasons())));
        }
        score.topics()
                .map(json -> json.replaceAll("[\\[\\]\"]", "").replace(",", ", ").strip())
                .filter(topics -> !topics.isEmpty())
                .ifPresent(topics -> lines.add("About " + topics));
        return lines;
    }

    private static Optional<String> probabilities(ScoreView score) {
        var said = new ArrayList<String>();
        score.negative().ifPresent(p -> said.add("negative " + PostViews.percent(p)));
        score.complaint().ifPresent(p -> said.add("a complaint " + PostViews.percent(p)));
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(Labels.capitalised(String.join(", ", said)));
    }

    private static String toward(ScoreView score, String brand) {
        var sure =
                score.confidence().isPresent()
                        ? ", " + PostViews.percent(score.confidence().getAsDouble()) + " sure"
                        : "";
        var rule = score.targetRule().map(words -> " (by comparison: " + words + ")").orElse("");
        return "Toward %s: %s%s%s".formatted(brand, score.polarity().label(), sure, rule);
    }

    private static String listed(String before, List<String> words) {
        return words.isEmpty() ? "" : before + String.join(", ", words);
    }

    private static String detected(MentionView mention) {
        var lag = mention.detectionLag();
        return lag.toMinutes() < 1
                ? "Detected within a minute of being posted"
                : "Detected " + Times.span(lag) + " after it was posted";
    }
}
