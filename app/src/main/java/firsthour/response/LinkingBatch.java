package firsthour.response;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import firsthour.triage.PublicWords;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Ties found replies to their cases.
@Singleton
class LinkingBatch {
    static final int SIZE = 50;

    private final ReplyRows rows;
    private final OutgoingRows outgoing;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    LinkingBatch(
            ReplyRows rows,
            OutgoingRows outgoing,
            PublicWords words,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.outgoing = outgoing;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// Some that can be tied by now.
    @Transactional(readOnly = true)
    List<ReplyRows.Found> find() {
        return rows.findLinkable(SIZE);
    }

    /// Ties one, in a transaction of its own: with the cases of others it would hold what people
    /// who merge cases lock in another order.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    void tie(ReplyRows.Found found) {
        rows.lockCase(found.caseId());
        // Where it was merged since it was read, the next sweep finds it on the other case. Another
        // node may have tied it, and a thread that was read twice lists it twice.
        if (rows.findSurvivor(found.caseId()) == found.caseId()
                && rows.tie(found.postId(), found.brandId(), found.caseId()) == 1) {
            if (found.bot()) {
                append(found, "AUTOMATIC");
            } else {
                hear(found);
            }
        }
    }

    private void hear(ReplyRows.Found found) {
        var recorded =
                Optional.ofNullable(found.url())
                        .flatMap(url -> recorded(found, url))
                        .or(() -> sent(found));
        var kind = recorded.map(ReplyRow::kind).orElseGet(() -> Substance.kindOf(found.text()));
        var episode = words.hear(found.caseId(), kind, found.publishedAt());
        recorded.ifPresentOrElse(
                row -> rows.setFound(row.id(), found.postId()),
                () ->
                        rows.save(
                                new ReplyRow(
                                        0,
                                        found.caseId(),
                                        episode,
                                        kind,
                                        found.text(),
                                        found.url(),
                                        found.publishedAt(),
                                        clock.instant(),
                                        null,
                                        found.postId())));
        append(found, kind.name());
    }

    /// The same reply, where a person has recorded it and it was not found yet.
    private Optional<ReplyRow> recorded(ReplyRows.Found found, String url) {
        return rows.findWithLink(found.caseId()).stream()
                .filter(row -> row.foundPostId() == null && row.isAt(url))
                .findFirst();
    }

    /// The same reply, where it was posted from here; not every network gives it a link.
    private Optional<ReplyRow> sent(ReplyRows.Found found) {
        return outgoing.findSent(found.caseId(), found.externalId())
                .filter(row -> row.foundPostId() == null);
    }

    private void append(ReplyRows.Found found, String kind) {
        events.append(
                new Event.ReplyFound(
                        found.caseId(),
                        found.brandId(),
                        found.postId(),
                        kind,
                        found.publishedAt()));
    }
}
