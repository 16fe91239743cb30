package firsthour.recovery;

import java.time.Instant;
import java.util.Optional;

/// A sign that the customer of a case was won back.
///
/// @param at when the customer wrote it
/// @param network where
/// @param text what the post says now; empty where it was deleted
/// @param url where it can be read
/// @param stars how many the post has now
public record Sign(
        SignKind kind,
        long mentionId,
        Instant at,
        String network,
        Optional<String> author,
        String text,
        Optional<String> url,
        Optional<Integer> stars) {}
