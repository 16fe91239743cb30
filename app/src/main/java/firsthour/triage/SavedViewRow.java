package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("queue_view")
record SavedViewRow(
        @Id @GeneratedValue long id,
        long memberId,
        @Nullable Long teamId,
        String name,
        String filters,
        long version) {

    /// With the names of its owner and its team.
    @Introspected
    record Named(
            long id,
            long memberId,
            String ownerName,
            @Nullable Long teamId,
            @Nullable String teamName,
            String name,
            String filters,
            long version) {

        SavedView view() {
            return new SavedView(
                    id,
                    memberId,
                    ownerName,
                    Optional.ofNullable(teamId),
                    Optional.ofNullable(teamName),
                    name,
                    filters,
                    version);
        }
    }
}
