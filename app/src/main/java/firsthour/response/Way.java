package firsthour.response;

import firsthour.connectors.ReplyLimit;

/// That a case can be answered from here.
///
/// @param network its name for a person
public record Way(String network, ReplyLimit limit) {}
