package firsthour.http;

/// What came of a request: an answer with any status, or none.
public sealed interface Result permits Answer, NoAnswer {}
