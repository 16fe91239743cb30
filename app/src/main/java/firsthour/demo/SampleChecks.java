package firsthour.demo;

import firsthour.brand.Brands;
import firsthour.scoring.SpotChecks;
import firsthour.scoring.SpotChecks.Label;
import firsthour.sentiment.Polarity;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts the weekly spot checks on the agenda: drawn on each Monday of the story and looked at the
/// same morning, all but the last few, which are left for whoever visits.
@Singleton
class SampleChecks {
    private static final String LOOKED_AT_BY = "ruth";
    private static final int WEEKS = 3;
    private static final int LEFT = 8;
    private static final LocalTime DRAWN_AT = LocalTime.of(0, 30);
    private static final Duration LOOKED_AT_AFTER = Duration.ofHours(9);

    private final SpotChecks checks;
    private final SampleStaff staff;
    private final SampleIntake intake;
    private final SampleClocks clocks;
    private final SampleRows rows;
    private final Brands brands;

    SampleChecks(
            SpotChecks checks,
            SampleStaff staff,
            SampleIntake intake,
            SampleClocks clocks,
            SampleRows rows,
            Brands brands) {
        this.checks = checks;
        this.staff = staff;
        this.intake = intake;
        this.clocks = clocks;
        this.rows = rows;
        this.brands = brands;
    }

    /// @param deeds tell which posts the staff took for complaints
    void plan(Scene scene, List<Deeds> deeds) {
        var complaints =
                deeds.stream()
                        .filter(SampleChecks::isComplaint)
                        .map(Deeds::post)
                        .collect(Collectors.toSet());
        var monday =
                scene.now()
                        .atZone(brands.get(scene.brandId()).zoneId())
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .with(DRAWN_AT);
        for (int weeks = 0; weeks < WEEKS; weeks++) {
            var drawn = monday.minusWeeks(weeks).toInstant();
            scene.agenda().add(drawn, checks::drawDue);
            var looked = earlier(drawn.plus(LOOKED_AT_AFTER), scene.now());
            int left = weeks == 0 ? LEFT : 0;
            scene.agenda().add(looked, () -> look(scene, complaints, left));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static boolean isComplaint(Deeds deeds) {
        return deeds.ifOverlooked()
                .filter(correction -> correction.polarity() == Polarity.NEGATIVE)
                .isPresent();
    }

    private void look(Scene scene, Set<String> complaints, int left) {
        while (checks.countWaiting(scene.brandId()) > left) {
            var mention = checks.findNext(scene.brandId()).orElseThrow().mentionId();
            var post = rows.findPost(mention);
            var label = complaints.contains(post) ? Label.COMPLAINT : Label.FINE;
            checks.label(mention, staff.id(LOOKED_AT_BY), label);
        }
        intake.decide();
        complaints.forEach(post -> clocks.watch(scene, post));
    }
}
