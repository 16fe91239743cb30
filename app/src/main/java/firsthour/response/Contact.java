package firsthour.response;

import java.time.Instant;
import java.util.Optional;

/// That a customer was spoken with out of sight of others.
///
/// @param note what was said, for colleagues
/// @param by who spoke; empty where nobody knows any more
public record Contact(ContactWay way, Optional<String> note, Instant at, Optional<String> by) {}
