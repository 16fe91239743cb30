package firsthour.response;

import io.micronaut.core.annotation.Introspected;

/// Somebody who looks at a case.
@Introspected
record PresenceRow(long caseId, long memberId, String name) {}
