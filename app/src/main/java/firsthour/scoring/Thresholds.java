package firsthour.scoring;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/// Suggests where a brand's threshold should be, and moves it there when somebody says so: never by
/// itself, and every move can be taken back.
@Singleton
public class Thresholds {
    private static final int MOST_LABELS = 2000;
    private static final int DECISIONS = 200;

    private final ThresholdRows rows;
    private final Brands brands;
    private final EventLog events;
    private final Clock clock;

    Thresholds(ThresholdRows rows, Brands brands, EventLog events, Clock clock) {
        this.rows = rows;
        this.brands = brands;
        this.events = events;
        this.clock = clock;
    }

    /// What the judgements of a brand's people say about its threshold.
    public sealed interface Advice {
        /// How many judgements there are.
        int judgements();

        /// Fewer than [Recalibration#LEAST_LABELS].
        record TooFew(int judgements) implements Advice {}

        /// It is right where it is.
        record Fits(double threshold, int judgements) implements Advice {}

        /// It should move.
        ///
        /// @param chosen what somebody chose last, from where this is reckoned
        /// @param changed how many of the latest `decisions` would have been others
        record Move(
                double chosen,
                double now,
                double suggested,
                int judgements,
                int changed,
                int decisions)
                implements Advice {}
    }

    @Transactional(readOnly = true)
    public Advice advise(long brandId) {
        return advise(brands.get(brandId));
    }

    private Advice advise(Brand brand) {
        var labels =
                rows.findLabelled(brand.id(), MOST_LABELS).stream()
                        .map(ThresholdRows.Labelled::label)
                        .toList();
        if (labels.size() < Recalibration.LEAST_LABELS) {
            return new Advice.TooFew(labels.size());
        }
        double now = brand.threshold();
        double chosen = chosen(brand);
        double suggested = Recalibration.suggest(chosen, labels);
        if (suggested == now) {
            return new Advice.Fits(now, labels.size());
        }
        var latest = rows.findLatest(brand.id(), DECISIONS);
        int changed = (int) latest.stream().filter(p -> p >= now != p >= suggested).count();
        return new Advice.Move(chosen, now, suggested, labels.size(), changed, latest.size());
    }

    /// A move that still holds is no choice of its own: else each suggestion would push further.
    private double chosen(Brand brand) {
        return rows.findStanding(brand.id())
                .filter(move -> move.becomes() == brand.threshold())
                .map(ThresholdMove::chosen)
                .orElse(brand.threshold());
    }

    /// Moves a threshold to where it is suggested.
    ///
    /// @param suggested as the person read it
    /// @return false when something else is suggested by now; nothing was changed then
    /// @throws io.micronaut.data.exceptions.OptimisticLockException when somebody changed the brand
    ///   at the same time
    @Transactional
    public boolean move(long brandId, long memberId, double suggested) {
        var brand = brands.get(brandId);
        if (!(advise(brand) instanceof Advice.Move move) || move.suggested() != suggested) {
            return false;
        }
        brands.change(brand.withThreshold(suggested));
        rows.save(
                new ThresholdMove(
                        0,
                        brandId,
                        memberId,
                        clock.instant(),
                        move.chosen(),
                        move.now(),
                        suggested,
                        move.judgements(),
                        move.changed(),
                        move.decisions(),
                        null,
                        null));
        events.append(new Event.ThresholdMoved(brandId, memberId, move.now(), suggested));
        return true;
    }

    /// Takes a move back.
    ///
    /// @return false when it is not the one that holds: it was taken back already, or another
    ///   threshold was set since
    /// @throws io.micronaut.data.exceptions.OptimisticLockException when somebody changed the brand
    ///   at the same time
    @Transactional
    public boolean undo(long brandId, long moveId, long memberId) {
        var brand = brands.get(brandId);
        var standing =
                rows.findStanding(brandId)
                        .filter(move -> move.id() == moveId && move.becomes() == brand.threshold());
        if (standing.isEmpty()) {
            return false;
        }
        brands.change(brand.withThreshold(standing.get().was()));
        rows.undo(moveId, memberId, clock.instant());
        events.append(
                new Event.ThresholdMoveUndone(
                        brandId, memberId, brand.threshold(), standing.get().was()));
        return true;
    }

    /// All moves of a brand, the newest first.
    @Transactional(readOnly = true)
    public List<ThresholdMove> list(long brandId) {
        return rows.findByBrandIdOrderByIdDesc(brandId);
    }
}
