package firsthour.web.cases;

import firsthour.triage.CaseView;
import firsthour.triage.CaseView.MentionView;
import firsthour.triage.CaseView.ScoreView;
import firsthour.web.cases.CasePage.Reason;
import firsthour.web.cases.CasePage.Why;
import firsthour.web.shell.Times;
import java.util.ArrayList;
import java.util.List;

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
                opening.score().map(Reasons::judgement).orElse(List.of()),
                opening.score().map(ScoreView::model).orElse(null),
                detected(opening));
    }

    private static List<String> judgement(ScoreView score) {
        var lines = new ArrayList<String>();
        if (score.negative().isPresent()
                && score.neutral().isPresent()
                && score.positive().isPresent()) {
            lines.add(
                    "Negative %s, neutral %s, positive %s"
                            .formatted(
                                    PostViews.percent(score.negative().getAsDouble()),
                                    PostViews.percent(score.neutral().getAsDouble()),
                                    PostViews.percent(score.positive().getAsDouble())));
        } else {
            lines.add(Labels.capitalised(score.polarity().label()));
        }
        score.complaint()
                .ifPresent(
                        probability -> lines.add("A complaint: " + PostViews.percent(probability)));
        score.severity().ifPresent(severity -> lines.add("Severity " + severity + " of 100"));
        score.topics()
                .map(json -> json.replaceAll("[\\[\\]\"]", "").replace(",", ", ").strip())
                .filter(topics -> !topics.isEmpty())
                .ifPresent(topics -> lines.add("About " + topics));
        return lines;
    }

    private static String detected(MentionView mention) {
        var lag = mention.detectionLag();
        return lag.toMinutes() < 1
                ? "Detected within a minute of being posted"
                : "Detected " + Times.span(lag) + " after it was posted";
    }
}
