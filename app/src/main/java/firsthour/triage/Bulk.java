package firsthour.triage;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.time.Clock;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The same deed on many cases. Each case is a transaction of its own, with the version that the
/// person saw: what cannot be done to one leaves the others done. For a minute all of it can be
/// taken back, which touches only what this deed changed and nobody has worked on since.
@Singleton
public class Bulk {
    /// Cases at a time.
    public static final int MOST = 500;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);

    private final BulkRows rows;
    private final BulkStep step;
    private final Clock clock;

    Bulk(BulkRows rows, BulkStep step, Clock clock) {
        this.rows = rows;
        this.step = step;
        this.clock = clock;
    }

    /// A case as a person saw it.
    public record Picked(long caseId, long version) {}

    /// Does a deed to each of some cases.
    public BulkResult act(List<Picked> picked, BulkDeed deed, Actor actor) {
        var each = new LinkedHashMap<Long, Picked>();
        picked.forEach(one -> each.putIfAbsent(one.caseId(), one));
        var wrong = check(each.size(), deed, actor);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var now = clock.instant();
        rows.forget(now.minus(KEPT));
        long id = rows.save(new BulkRow(0, actor.memberId(), deed.kind(), now, null)).id();
        for (var one : each.values()) {
            try {
                step.take(id, one, deed, actor);
            } catch (DataAccessException e) {
                LOG.warn("Case {} was left out of a deed on many", one.caseId(), e);
                step.noteFailed(id, one.caseId());
            }
        }
        return find(id, actor.memberId()).orElseThrow();
    }

    /// Takes a deed back, within [Cases#UNDO_WITHIN].
    public BulkResult undo(long id, Actor actor) {
        var now = clock.instant();
        if (rows.undo(id, actor.memberId(), now.minus(Cases.UNDO_WITHIN), now) == 0) {
            return new BulkResult.Refused(
                    t(
                            "It can no longer be taken back. Nothing was changed; mend it case by case."));
        }
        var bulk = rows.find(id, actor.memberId()).orElseThrow();
        for (var one : rows.findCases(id)) {
            if (one.version() != null) {
                putBack(bulk, one.caseId(), actor);
            }
        }
        return find(id, actor.memberId()).orElseThrow();
    }

    /// What became of a deed of a member's; empty after a day.
    @Transactional(readOnly = true)
    public Optional<BulkResult.Done> find(long id, long memberId) {
        return rows.find(id, memberId).map(this::done);
    }

    /// The last deed of a member's that can still be taken back.
    @Transactional(readOnly = true)
    public Optional<BulkResult.Done> findUndoable(long memberId) {
        return rows.findUndoable(memberId, clock.instant().minus(Cases.UNDO_WITHIN))
                .map(this::done);
    }

    private BulkResult.Done done(BulkRow bulk) {
        return new BulkResult.Done(
                bulk.id(),
                bulk.deed(),
                bulk.undoneAt() != null,
                rows.findCases(bulk.id()).stream().map(BulkResult.Row::one).toList());
    }

    private void putBack(BulkRow bulk, long caseId, Actor actor) {
        try {
            step.putBack(bulk.id(), caseId, bulk.deed(), bulk.doneAt(), actor);
        } catch (DataAccessException e) {
            LOG.warn("Case {} was not put back", caseId, e);
            step.noteKept(bulk.id(), caseId);
        }
    }

    private static Optional<BulkResult> check(int number, BulkDeed deed, Actor actor) {
        if (!actor.mayWork()) {
            return Optional.of(new BulkResult.Refused(Refusals.readsOnly().inWords()));
        }
        if (number == 0) {
            return Optional.of(
                    new BulkResult.Refused(t("No case was chosen. Nothing was changed.")));
        }
        if (number > MOST) {
            return Optional.of(
                    new BulkResult.Refused(
                            t(
                                    "At most {0} cases at a time: these were {1}. Nothing was changed; choose fewer.",
                                    MOST, number(number))));
        }
        return deed instanceof BulkDeed.Dismiss(_, String note)
                        && note.strip().length() > Cases.MOST_NOTE
                ? Optional.of(
                        new BulkResult.Refused(
                                t(
                                        "The note is too long: at most {0} characters. Nothing was changed.",
                                        number(Cases.MOST_NOTE))))
                : Optional.empty();
    }
}
