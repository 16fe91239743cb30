package firsthour.response;

import firsthour.triage.Case;
import firsthour.triage.ReplyKind;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("second_look")
record SecondLookRow(
        @Id @GeneratedValue long id,
        long caseId,
        int episode,
        ReplyKind kind,
        long askedBy,
        @Nullable Long askedOf,
        long keeperId,
        String askedWords,
        String words,
        String reasons,
        Instant askedAt,
        Instant dueAt,
        SecondLookState state,
        @Nullable Instant settledAt,
        @Nullable Long settledBy,
        @Nullable String note) {

    /// One that was just asked for.
    ///
    /// @param colleague null for anybody who may answer
    static SecondLookRow asked(
            Case known,
            long author,
            @Nullable Long colleague,
            ReplyKind kind,
            String words,
            String reasons,
            Instant now,
            Instant due) {
        return new SecondLookRow(
                0,
                known.id(),
                known.episode(),
                kind,
                author,
                colleague,
                known.assigneeId().orElse(author),
                words,
                words,
                reasons,
                now,
                due,
                SecondLookState.OPEN,
                null,
                null,
                null);
    }

    /// With the names of the people.
    @Introspected
    record Named(
            long id,
            long caseId,
            int episode,
            ReplyKind kind,
            long askedBy,
            String author,
            @Nullable Long askedOf,
            @Nullable String colleague,
            String askedWords,
            String words,
            String reasons,
            Instant askedAt,
            Instant dueAt,
            SecondLookState state,
            @Nullable Instant settledAt,
            @Nullable String settler,
            @Nullable String note) {

        SecondLook look(Map<String, String> read) {
            return new SecondLook(
                    id,
                    caseId,
                    episode,
                    kind,
                    askedBy,
                    author,
                    askedOf == null ? 0 : askedOf,
                    Optional.ofNullable(colleague),
                    askedWords,
                    words,
                    read,
                    askedAt,
                    dueAt,
                    state,
                    Optional.ofNullable(settledAt),
                    Optional.ofNullable(settler),
                    Optional.ofNullable(note));
        }
    }
}
