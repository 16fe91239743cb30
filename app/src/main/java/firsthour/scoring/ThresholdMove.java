package firsthour.scoring;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A brand's threshold that was moved as the judgements of its people suggested.
///
/// @param chosen what somebody had chosen: later suggestions start from here
/// @param judgements from how many it was learned
/// @param changed how many of the latest `decisions` it would have changed
/// @param undoneBy null while it was not taken back
@MappedEntity("threshold_move")
public record ThresholdMove(
        @Id @GeneratedValue long id,
        long brandId,
        long memberId,
        Instant movedAt,
        double chosen,
        double was,
        double becomes,
        int judgements,
        int changed,
        int decisions,
        @Nullable Long undoneBy,
        @Nullable Instant undoneAt) {}
