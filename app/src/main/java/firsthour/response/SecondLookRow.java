package firsthour.response;

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
