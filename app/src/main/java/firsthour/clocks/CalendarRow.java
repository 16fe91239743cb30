package firsthour.clocks;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param version the number of its newest version
@MappedEntity("calendar")
record CalendarRow(
        @Id @GeneratedValue long id,
        String name,
        @Nullable String country,
        @Nullable String feedSealed,
        @Nullable Instant feedCheckedAt,
        @Nullable String feedTrouble,
        long version) {}
