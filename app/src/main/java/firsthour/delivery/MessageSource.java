package firsthour.delivery;

/// Composes the text of a delivery at the moment it is sent, so that it tells what is true then.
@FunctionalInterface
public interface MessageSource {

    /// Always finds something honest to say, also about what was closed or deleted meanwhile.
    ///
    /// @param rule the rule's kind, as it was given to [Deliveries#enqueue]
    Message compose(String rule, long eventId);
}
