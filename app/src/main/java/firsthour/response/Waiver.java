package firsthour.response;

import firsthour.response.check.Concern;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("waiver")
record Waiver(
        @Id @GeneratedValue long id,
        long caseId,
        long memberId,
        Concern concern,
        String reason,
        @Nullable Long outgoingId,
        @Nullable Long replyId,
        Instant waivedAt) {}
