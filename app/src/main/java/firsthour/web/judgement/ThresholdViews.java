package firsthour.web.judgement;

import firsthour.brand.Brand;
import firsthour.reporting.Spoken;
import firsthour.scoring.Recalibration;
import firsthour.scoring.ThresholdMove;
import firsthour.scoring.Thresholds;
import firsthour.scoring.Thresholds.Advice;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.web.judgement.JudgementView.Moved;
import firsthour.web.judgement.JudgementView.Threshold;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says where a brand's threshold stands, where it should, and how it came there.
@Singleton
class ThresholdViews {
    private final Thresholds thresholds;
    private final Members members;

    ThresholdViews(Thresholds thresholds, Members members) {
        this.thresholds = thresholds;
        this.members = members;
    }

    Threshold of(Brand brand) {
        var advice = thresholds.advise(brand.id());
        var moves = thresholds.list(brand.id());
        var standing =
                moves.stream()
                        .filter(move -> move.undoneAt() == null)
                        .findFirst()
                        .filter(move -> move.becomes() == brand.threshold())
                        .map(ThresholdMove::id)
                        .orElse(0L);
        return new Threshold(
                number(brand.threshold()),
                words(advice),
                advice instanceof Advice.Move move ? number(move.suggested()) : null,
                moves.stream().map(move -> moved(move, move.id() == standing)).toList());
    }

    /// A probability as triage writes it into its reasons.
    static String number(double probability) {
        return String.format(Locale.ROOT, "%.2f", probability);
    }

    private static String words(Advice advice) {
        var from = "from " + Spoken.count(advice.judgements(), "judgement", "judgements");
        return switch (advice) {
            case Advice.TooFew _ ->
                    "Nothing is suggested yet: %s; %d are needed."
                            .formatted(from, Recalibration.LEAST_LABELS);
            case Advice.Fits _ -> "It fits, " + from + ".";
            case Advice.Move move ->
                    "Suggested: %s → %s, %s; would have changed %s of the last %s."
                            .formatted(
                                    number(move.now()),
                                    number(move.suggested()),
                                    from,
                                    Spoken.number(move.changed()),
                                    Spoken.count(move.decisions(), "decision", "decisions"));
        };
    }

    private Moved moved(ThresholdMove move, boolean standing) {
        return new Moved(
                move.id(),
                move.movedAt(),
                number(move.was()),
                number(move.becomes()),
                name(move.memberId()),
                "from %s; would have changed %s of %s"
                        .formatted(
                                Spoken.count(move.judgements(), "judgement", "judgements"),
                                Spoken.number(move.changed()),
                                Spoken.count(move.decisions(), "decision", "decisions")),
                move.undoneAt() == null ? null : "taken back by " + name(move.undoneBy()),
                standing);
    }

    private String name(@Nullable Long memberId) {
        return memberId == null
                ? "nobody"
                : members.find(memberId).map(Member::name).orElse("somebody who is gone");
    }
}
