package firsthour.team;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("availability")
record AvailabilityRow(
        @Id long memberId,
        int capacity,
        @Nullable Instant awaySince,
        @Nullable Instant awayUntil,
        @Nullable Long coverId,
        long version) {

    Availability with(List<String> skills) {
        return new Availability(
                memberId,
                capacity,
                skills,
                Optional.ofNullable(awaySince),
                Optional.ofNullable(awayUntil),
                Optional.ofNullable(coverId),
                version);
    }

    /// What counts for somebody of whom nothing was said yet.
    static AvailabilityRow usual(long memberId) {
        return new AvailabilityRow(memberId, Availability.USUAL_CAPACITY, null, null, null, 0);
    }
}
