package firsthour.triage;

/// A customer whose cases are looked at with care, as a manager named them.
///
/// @param handle in lower case, without an @
public record Vip(long id, long brandId, String network, String handle) {}
