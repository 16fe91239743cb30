package firsthour.response;

import firsthour.triage.ReplyKind;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// What somebody is writing about a case.
///
/// @param version 1 and up; goes into the next saving
@MappedEntity("draft")
public record Draft(
        @Id @GeneratedValue long id,
        long caseId,
        long memberId,
        ReplyKind kind,
        String text,
        Instant savedAt,
        long version) {}
