package firsthour.response;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("promise")
record PromiseRow(
        @Id @GeneratedValue long id,
        long caseId,
        int episode,
        String words,
        long madeBy,
        Instant madeAt,
        Instant dueAt,
        PromiseState state,
        Instant remindAt,
        @Nullable Instant remindedAt,
        @Nullable Instant keptAt,
        @Nullable Long settledBy,
        @Nullable String reason) {

    /// With the name of who made it.
    @Introspected
    record Named(
            long id,
            long caseId,
            String words,
            String memberName,
            Instant madeAt,
            Instant dueAt,
            PromiseState state,
            @Nullable Instant keptAt,
            @Nullable String reason) {

        Promise promise() {
            return new Promise(
                    id,
                    caseId,
                    words,
                    memberName,
                    madeAt,
                    dueAt,
                    state,
                    Optional.ofNullable(keptAt),
                    Optional.ofNullable(reason));
        }
    }
}
