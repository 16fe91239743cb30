package firsthour.response;

import firsthour.triage.ReplyKind;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("outgoing_reply")
record OutgoingRow(
        @Id @GeneratedValue long id,
        long caseId,
        long postId,
        ReplyKind kind,
        String text,
        String idempotencyKey,
        long memberId,
        Outgoing.State state,
        int attempts,
        Instant nextAttemptAt,
        boolean unsure,
        @Nullable String detail,
        @Nullable String externalId,
        @Nullable Long replyId,
        Instant createdAt,
        @Nullable Instant sentAt) {

    Letters.Letter letter() {
        return new Letters.Letter(idempotencyKey, text, createdAt);
    }

    Outgoing view() {
        return new Outgoing(id, kind, text, state, unsure, detail == null ? "" : detail);
    }
}
