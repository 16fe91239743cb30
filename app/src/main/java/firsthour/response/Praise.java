package firsthour.response;

import java.time.Instant;
import java.util.Optional;

/// A post that praises a brand.
///
/// @param author as the network shows it
/// @param text what it says; empty where it was deleted
/// @param url where it can be read
/// @param stars of a review
/// @param thanks what somebody said to it, as far as that got
public record Praise(
        long mentionId,
        long brandId,
        String brand,
        String network,
        Optional<String> author,
        Optional<String> title,
        String text,
        Optional<String> url,
        Optional<Integer> stars,
        Instant publishedAt,
        boolean deleted,
        Optional<Thank> thanks) {

    /// Words of thanks.
    ///
    /// @param by who wrote them
    /// @param at when they became public; empty while they are not
    /// @param waived findings of the check that were let stand, with the reasons
    public record Thank(
            String by,
            Optional<Instant> at,
            Optional<String> url,
            Optional<String> waived,
            Outgoing reply) {}

    /// Whether somebody was thanked already.
    public boolean isThanked() {
        return thanks.filter(it -> it.reply().state() == Outgoing.State.SENT).isPresent();
    }

    /// Which praise is asked for.
    public enum Which {
        /// Still there, and nobody was thanked.
        OPEN,
        THANKED,
        ALL
    }
}
