package firsthour.web.queue;

import firsthour.triage.BulkResult;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// What became of a deed on many cases.
///
/// @param words of it all, a sentence
/// @param odd the cases that the deed did not change, or that were not put back
/// @param changed the cases that it changed
@Introspected
public record BulkView(String words, List<BulkResult.One> odd, List<Long> changed) {}
