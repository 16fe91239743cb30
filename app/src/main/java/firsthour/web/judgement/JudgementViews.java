package firsthour.web.judgement;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.reporting.Interval;
import firsthour.reporting.JudgementFigures;
import firsthour.reporting.JudgementQuality;
import firsthour.reporting.ReportedBrand;
import firsthour.reporting.Share;
import firsthour.reporting.Spoken;
import firsthour.scoring.Rejudging;
import firsthour.scoring.SpotChecks;
import firsthour.time.Clock;
import firsthour.web.judgement.JudgementView.Again;
import firsthour.web.judgement.JudgementView.Choice;
import firsthour.web.judgement.JudgementView.Shown;
import firsthour.web.judgement.JudgementView.Told;
import firsthour.web.judgement.JudgementView.Tried;
import firsthour.web.shell.FormErrors;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the page about the judgement together.
@Singleton
class JudgementViews {
    static final int USUAL_WEEKS = 12;
    private static final List<Integer> WEEKS = List.of(4, USUAL_WEEKS, 52);
    private static final int TRIED_SINCE_WEEKS = 4;

    private final Brands brands;
    private final JudgementFigures figures;
    private final SpotChecks checks;
    private final ThresholdViews thresholds;
    private final Rejudging rejudging;
    private final Clock clock;

    JudgementViews(
            Brands brands,
            JudgementFigures figures,
            SpotChecks checks,
            ThresholdViews thresholds,
            Rejudging rejudging,
            Clock clock) {
        this.brands = brands;
        this.figures = figures;
        this.checks = checks;
        this.thresholds = thresholds;
        this.rejudging = rejudging;
        this.clock = clock;
    }

    /// What stands in the part about judging again.
    ///
    /// @param since as it was typed; null for the usual
    record Asked(@Nullable String since, @Nullable Tried tried, FormErrors errors) {
        static final Asked NOTHING = new Asked(null, null, FormErrors.NONE);
    }

    JudgementView withoutBrand() {
        return new JudgementView(List.of(), List.of(), null);
    }

    /// @param weeks how many; any number but one that is offered is the usual one
    JudgementView of(Brand brand, int weeks, Asked asked) {
        var period = WEEKS.contains(weeks) ? weeks : USUAL_WEEKS;
        return new JudgementView(
                brands.list().stream()
                        .map(each ->
                                new Choice(
                                        each.name(),
                                        path(each.id(), period),
                                        each.id() == brand.id()))
                        .toList(),
                WEEKS.stream()
                        .map(each ->
                                new Choice(words(each), path(brand.id(), each), each == period))
                        .toList(),
                shown(brand, period, asked));
    }

    static String path(long brandId, int weeks) {
        return "/judgement?brand=%d&weeks=%d".formatted(brandId, weeks);
    }

    private Shown shown(Brand brand, int weeks, Asked asked) {
        var quality =
                figures.of(
                        new ReportedBrand(
                                brand.id(), brand.name(), brand.zoneId(), brand.sample(), false),
                        weeks);
        return new Shown(
                brand.id(),
                brand.name(),
                brand.sample(),
                words(weeks),
                right(quality),
                found(quality),
                checks.countWaiting(brand.id()),
                thresholds.of(brand),
                again(brand, asked));
    }

    private static Told right(JudgementQuality quality) {
        var right = quality.right();
        var flagged = Spoken.count(quality.flagged(), "mention was", "mentions were") + " flagged";
        if (!quality.enoughFlagged()) {
            return tooFew(
                    "judged", "%s, %s.".formatted(flagged, judged(right, "judged by people")));
        }
        return new Told(
                Spoken.percent(right),
                between(right.interval()),
                "%s right of %s that people judged; %s."
                        .formatted(
                                Spoken.number(right.part()), Spoken.number(right.of()), flagged));
    }

    private static Told found(JudgementQuality quality) {
        var drawn = quality.drawn();
        var overlooked = drawn.overlooked();
        var recall = quality.recall();
        var lookedAt =
                "Of what was not flagged, %s."
                        .formatted(judged(overlooked, "looked at, chosen by chance"));
        if (!quality.enoughLookedAt()) {
            return tooFew("looked at", lookedAt);
        }
        if (!quality.enoughFlagged()) {
            return tooFew(
                    "judged",
                    "Of what was flagged, %s."
                            .formatted(judged(quality.right(), "judged by people")));
        }
        if (recall.isEmpty()) {
            return new Told(null, "No complaint was found, and none overlooked.", lookedAt);
        }
        var share = (int) Math.round(recall.get().estimate() * 100);
        return new Told(
                "About " + share + " %",
                between(recall.get().interval()),
                "%s overlooked of %s looked at, chosen by chance from %s that were not flagged."
                        .formatted(
                                Spoken.number(overlooked.part()),
                                Spoken.number(overlooked.of()),
                                Spoken.number(drawn.pool())));
    }

    private static Told tooFew(String deed, String basis) {
        return new Told(
                null,
                "Not enough %s yet: %d are needed.".formatted(deed, JudgementQuality.ENOUGH),
                basis);
    }

    private static String judged(Share share, String how) {
        return (share.of() == 1 ? "1 was " : Spoken.number(share.of()) + " were ") + how;
    }

    private static String between(Interval interval) {
        return "Between " + interval.percent().replace(" to ", " and ") + ", 19 times out of 20.";
    }

    private Again again(Brand brand, Asked asked) {
        var outdated = rejudging.count(brand.id(), Instant.EPOCH);
        var since =
                LocalDate.ofInstant(clock.instant(), brand.zoneId())
                        .minusWeeks(TRIED_SINCE_WEEKS)
                        .toString();
        return new Again(
                outdated == 0
                        ? "The present version has judged every mention."
                        : Spoken.count(outdated, "mention was", "mentions were")
                                + " judged by an earlier version.",
                outdated > 0,
                asked.since() == null ? since : asked.since(),
                asked.tried(),
                asked.errors());
    }

    private static String words(int weeks) {
        return weeks == 52 ? "a year" : weeks + " weeks";
    }
}
