package firsthour.web.judgement;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

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
        var flagged =
                count(quality.flagged(), "{0} mention was flagged", "{0} mentions were flagged");
        if (!quality.enoughFlagged()) {
            return tooFewJudged(flagged + ", " + judged(right) + ".");
        }
        return new Told(
                Spoken.percent(right),
                between(right.interval()),
                t(
                        "{0} right of {1} that people judged; {2}.",
                        Spoken.number(right.part()), Spoken.number(right.of()), flagged));
    }

    private static Told found(JudgementQuality quality) {
        var drawn = quality.drawn();
        var overlooked = drawn.overlooked();
        var recall = quality.recall();
        var lookedAt =
                count(
                        overlooked.of(),
                        "Of what was not flagged, {0} was looked at, chosen by chance.",
                        "Of what was not flagged, {0} were looked at, chosen by chance.");
        if (!quality.enoughLookedAt()) {
            return new Told(
                    null,
                    t("Not enough looked at yet: {0} are needed.", JudgementQuality.ENOUGH),
                    lookedAt);
        }
        if (!quality.enoughFlagged()) {
            return tooFewJudged(t("Of what was flagged, {0}.", judged(quality.right())));
        }
        if (recall.isEmpty()) {
            return new Told(null, t("No complaint was found, and none overlooked."), lookedAt);
        }
        var share = (int) Math.round(recall.get().estimate() * 100);
        return new Told(
                t("About {0} %", share),
                between(recall.get().interval()),
                t(
                        "{0} overlooked of {1} looked at, chosen by chance from {2} that were not flagged.",
                        Spoken.number(overlooked.part()),
                        Spoken.number(overlooked.of()),
                        Spoken.number(drawn.pool())));
    }

    private static Told tooFewJudged(String basis) {
        return new Told(
                null, t("Not enough judged yet: {0} are needed.", JudgementQuality.ENOUGH), basis);
    }

    private static String judged(Share share) {
        return count(share.of(), "{0} was judged by people", "{0} were judged by people");
    }

    private static String between(Interval interval) {
        return t(
                "Between {0} and {1} %, 19 times out of 20.",
                interval.lowPercent(), interval.highPercent());
    }

    private Again again(Brand brand, Asked asked) {
        var outdated = rejudging.count(brand.id(), Instant.EPOCH);
        var since =
                LocalDate.ofInstant(clock.instant(), brand.zoneId())
                        .minusWeeks(TRIED_SINCE_WEEKS)
                        .toString();
        return new Again(
                outdated == 0
                        ? t("The present version has judged every mention.")
                        : count(
                                outdated,
                                "{0} mention was judged by an earlier version.",
                                "{0} mentions were judged by an earlier version."),
                outdated > 0,
                asked.since() == null ? since : asked.since(),
                asked.tried(),
                asked.errors());
    }

    private static String words(int weeks) {
        return weeks == 52 ? t("a year") : t("{0} weeks", weeks);
    }
}
