package firsthour.response;

import static firsthour.language.Texts.t;

import firsthour.triage.Actor;
import firsthour.triage.Mergers;
import firsthour.triage.Mergers.Merger;
import firsthour.triage.Mergers.Pair;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes one case of two that are about the same, and two of it again.
///
/// What was said to the customer of the case that goes counts on the one that stays where both are
/// of one customer; what was promised is kept there, by whoever promised it.
@Singleton
public class Merging {
    private final Mergers mergers;
    private final MovedRows rows;
    private final ReplyRows replies;
    private final OutgoingRows outgoing;
    private final PublicWords words;

    Merging(
            Mergers mergers,
            MovedRows rows,
            ReplyRows replies,
            OutgoingRows outgoing,
            PublicWords words) {
        this.mergers = mergers;
        this.rows = rows;
        this.replies = replies;
        this.outgoing = outgoing;
        this.words = words;
    }

    /// Merges one case into another.
    ///
    /// @return the case that stays
    @Transactional
    public Outcome merge(Pair pair, Actor actor) {
        mergers.lock(pair.caseId(), pair.otherId());
        var waits = underWay(pair.caseId(), pair.otherId());
        if (waits.isPresent()) {
            return mergers.findRefusal(pair, actor).orElse(waits.get());
        }
        return switch (mergers.begin(pair, actor)) {
            case Merger.Begun begun -> {
                long merged = begun.mergedId();
                long survivor = begun.survivorId();
                rows.note(begun.id(), merged);
                rows.moveContacts(begun.id(), merged, survivor);
                if (rows.moveReplies(begun.id(), merged, survivor) > 0) {
                    hear(survivor);
                }
                rows.movePromises(begun.id(), merged, survivor);
                rows.moveRemedies(begun.id(), merged, survivor);
                rows.copyDrafts(merged, survivor);
                yield mergers.end(begun);
            }
            case Merger.Refused(Outcome refused) -> refused;
        };
    }

    /// Makes a case that was merged a case of its own again, as if it had never been merged.
    ///
    /// @param version of the case into which it was merged
    /// @return the case from which it was split
    @Transactional
    public Outcome splitBack(long survivorId, long version, long mergedId, Actor actor) {
        mergers.lock(survivorId, mergedId);
        var waits = underWay(survivorId, mergedId);
        if (waits.isPresent()) {
            return mergers.findRefusalToSplit(survivorId, version, mergedId, actor)
                    .orElse(waits.get());
        }
        return switch (mergers.beginSplit(survivorId, version, mergedId, actor)) {
            case Merger.Begun begun -> {
                var found = rows.noteFound(begun.id(), survivorId);
                var said = rows.findSaid(begun.id());
                rows.moveReplies(begun.id(), survivorId, mergedId);
                rows.moveFound(begun.id(), survivorId, mergedId);
                rows.moveContacts(begun.id(), survivorId, mergedId);
                rows.movePromises(begun.id(), survivorId, mergedId);
                rows.moveRemedies(begun.id(), survivorId, mergedId);
                if (!said.isEmpty()) {
                    words.unhear(survivorId, said);
                    hear(survivorId);
                }
                if (found > 0) {
                    hear(mergedId);
                }
                rows.dropDrafts(mergedId, survivorId);
                rows.cutDrafts(mergedId, survivorId);
                yield mergers.endSplit(begun);
            }
            case Merger.Refused(Outcome refused) -> refused;
        };
    }

    /// Hears what was said in a case's present episode, the first word first. What was heard before
    /// changes nothing.
    private void hear(long caseId) {
        replies.findPresent(caseId)
                .forEach(reply -> words.hear(caseId, reply.kind(), reply.postedAt()));
    }

    private Optional<Outcome> underWay(long one, long other) {
        return Stream.of(one, other)
                .filter(id -> !outgoing.findOpen(id).isEmpty())
                .findFirst()
                .map(id ->
                        new Outcome.NotPossible(
                                t(
                                        "A reply that is posted from here is still on its way on case {0}. Wait until it is sent, or give it up first.",
                                        id)));
    }
}
