package firsthour.clocks;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

@MappedEntity("policy")
record PolicyRow(
        @Id @GeneratedValue long id,
        long brandId,
        int revision,
        int number,
        int position,
        String name,
        @Nullable Long sourceId,
        @Nullable String language,
        @Nullable Integer minSeverity,
        @Nullable Long calendarId,
        boolean enabled,
        Instant madeAt,
        long madeBy) {

    Policy policy(List<Policy.Target> targets) {
        return new Policy(
                id,
                number,
                name,
                new Policy.Scope(
                        sourceId == null ? OptionalLong.empty() : OptionalLong.of(sourceId),
                        Optional.ofNullable(language),
                        minSeverity == null ? OptionalInt.empty() : OptionalInt.of(minSeverity)),
                calendarId == null ? OptionalLong.empty() : OptionalLong.of(calendarId),
                enabled,
                targets);
    }
}
