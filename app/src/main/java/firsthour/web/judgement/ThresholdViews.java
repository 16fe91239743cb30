package firsthour.web.judgement;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.language.Texts;
import firsthour.reporting.Spoken;
import firsthour.scoring.Recalibration;
import firsthour.scoring.ThresholdMove;
import firsthour.scoring.Thresholds;
import firsthour.scoring.Thresholds.Advice;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.web.judgement.JudgementView.Moved;
import firsthour.web.judgement.JudgementView.Suggested;
import firsthour.web.judgement.JudgementView.Threshold;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
                advice instanceof Advice.Move move ? suggested(move) : null,
                moves.stream().map(move -> moved(move, move.id() == standing)).toList());
    }

    /// A probability with the two digits that triage writes into its reasons.
    static String number(double probability) {
        return Texts.number(BigDecimal.valueOf(probability).setScale(2, RoundingMode.HALF_UP));
    }

    private static String words(Advice advice) {
        var from = from(advice.judgements());
        return switch (advice) {
            case Advice.TooFew _ ->
                    t(
                            "Nothing is suggested yet: {0}; {1} are needed.",
                            from, Recalibration.LEAST_LABELS);
            case Advice.Fits _ -> t("It fits, {0}.", from);
            case Advice.Move move ->
                    t(
                            "Suggested: {0} → {1}, {2}; would have changed {3} of the last {4}.",
                            number(move.now()),
                            number(move.suggested()),
                            from,
                            Spoken.number(move.changed()),
                            decisions(move.decisions()));
        };
    }

    private static String from(int judgements) {
        return count(judgements, "from {0} judgement", "from {0} judgements");
    }

    private static String decisions(int number) {
        return count(number, "{0} decision", "{0} decisions");
    }

    private static Suggested suggested(Advice.Move move) {
        return new Suggested(move.suggested(), number(move.suggested()));
    }

    private Moved moved(ThresholdMove move, boolean standing) {
        return new Moved(
                move.id(),
                move.movedAt(),
                number(move.was()),
                number(move.becomes()),
                name(move.memberId()),
                t(
                        "{0}; would have changed {1} of {2}",
                        from(move.judgements()),
                        Spoken.number(move.changed()),
                        decisions(move.decisions())),
                move.undoneAt() == null ? null : t("taken back by {0}", name(move.undoneBy())),
                standing);
    }

    private String name(@Nullable Long memberId) {
        return memberId == null
                ? t("nobody")
                : members.find(memberId).map(Member::name).orElse(t("somebody who is gone"));
    }
}
