package firsthour.scoring;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.sentiment.Polarity;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalLong;

/// A weekly draw among the mentions that were not flagged, which people look at: nobody else could
/// tell what was overlooked.
@Singleton
public class SpotChecks {
    /// For each brand and week: a minute's work.
    public static final int SIZE = 25;

    private final SpotCheckRows rows;
    private final Brands brands;
    private final Corrections corrections;
    private final Clock clock;

    SpotChecks(SpotCheckRows rows, Brands brands, Corrections corrections, Clock clock) {
        this.rows = rows;
        this.brands = brands;
        this.corrections = corrections;
        this.clock = clock;
    }

    /// What a person finds a mention to be.
    public enum Label {
        COMPLAINT,
        FINE,
        /// Cannot be told; counts for nothing.
        UNSURE
    }

    /// What came of what a person said.
    public enum Kept {
        /// Somebody has said something else before; that stands.
        NOTHING,
        LABEL,
        /// The label and a correction, of which triage makes a case.
        CORRECTION
    }

    /// Draws for each brand whose last week is over and decided about, once.
    public void drawDue() {
        brands.list().forEach(this::draw);
    }

    private void draw(Brand brand) {
        var monday =
                LocalDate.ofInstant(clock.instant(), brand.zoneId())
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(1);
        if (!rows.isDrawn(brand.id(), monday.toString())) {
            draw(brand, monday);
        }
    }

    /// Draws for one week.
    ///
    /// @param monday its first day, where the brand is
    @Transactional
    void draw(Brand brand, LocalDate monday) {
        var from = monday.atStartOfDay(brand.zoneId()).toInstant();
        var to = monday.plusWeeks(1).atStartOfDay(brand.zoneId()).toInstant();
        var now = clock.instant();
        var week = monday.toString();
        if (rows.isUndecided(brand.id(), from, to) || rows.open(brand.id(), week, now) == 0) {
            return;
        }
        rows.draw(brand.id(), week, from, to, now, SIZE);
        rows.setPool(brand.id(), week, from, to);
    }

    /// The next mention to look at; empty when all were.
    @Transactional(readOnly = true)
    public Optional<SpotCheckRow> findNext(long brandId) {
        return rows.findNext(brandId);
    }

    /// How many wait to be looked at.
    @Transactional(readOnly = true)
    public int countWaiting(long brandId) {
        return rows.countWaiting(brandId);
    }

    /// The brand for which a mention was drawn; empty where it was not.
    @Transactional(readOnly = true)
    public OptionalLong findBrand(long mentionId) {
        return rows.findBrand(mentionId).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// Keeps what a person finds a drawn mention to be. An overlooked complaint is a correction, so
    /// that it becomes a case. To say the same twice is to say it once.
    @Transactional
    public Kept label(long mentionId, long memberId, Label label) {
        if (rows.label(mentionId, label.name(), memberId, clock.instant()) == 0) {
            return rows.lockSaid(mentionId, memberId)
                    .filter(said -> said.label().equals(label.name()))
                    .map(said -> said.correctionId() == null ? Kept.LABEL : Kept.CORRECTION)
                    .orElse(Kept.NOTHING);
        }
        if (label != Label.COMPLAINT || !correct(mentionId, memberId)) {
            return Kept.LABEL;
        }
        rows.setCorrection(mentionId, corrections.getStanding(mentionId));
        return Kept.CORRECTION;
    }

    private boolean correct(long mentionId, long memberId) {
        return corrections.correct(
                mentionId, memberId, Polarity.NEGATIVE, corrections.getStanding(mentionId));
    }

    /// Takes back what this person said, and the correction that was made by it where no other
    /// stands by now; it is asked again. A case that was opened meanwhile stays until somebody
    /// closes it.
    ///
    /// @return false when this person has said nothing
    @Transactional
    public boolean undo(long mentionId, long memberId) {
        var said = rows.lockSaid(mentionId, memberId);
        if (said.isEmpty()) {
            return false;
        }
        rows.unlabel(mentionId, memberId);
        var correction = said.get().correctionId();
        if (correction != null) {
            corrections.takeBack(mentionId, memberId, correction);
        }
        return true;
    }
}
