package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.connectors.Pull;
import java.util.List;

/// What came of a request that was taken.
///
/// @param accepted posts that are here now, new or not; 0 where the request was taken before
/// @param rejected the others, each with what to do
@JsonInclude(JsonInclude.Include.ALWAYS)
record Answer(long accepted, List<Pull.Rejected> rejected) {}
