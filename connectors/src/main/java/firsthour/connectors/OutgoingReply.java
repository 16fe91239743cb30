package firsthour.connectors;

/// A reply that is to be posted.
///
/// @param key the same for each attempt and no other reply's; 1 to 64 characters of `A-Za-z0-9_-`
/// @param to the post that it answers
/// @param text plain text, within [Replying#limit()]
public record OutgoingReply(String key, PostRef to, String text) {

    /// Names the key alone: a reply may tell of a customer.
    @Override
    public String toString() {
        return "OutgoingReply[" + key + "]";
    }
}
