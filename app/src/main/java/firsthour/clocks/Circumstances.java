package firsthour.clocks;

import java.util.Optional;
import java.util.OptionalInt;

/// What a policy may ask of the post that opened a case.
///
/// @param severity 0 to 100; empty where it was not judged
public record Circumstances(
        long brandId, long sourceId, Optional<String> language, OptionalInt severity) {}
