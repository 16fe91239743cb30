package firsthour.delivery;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told on a channel, in plain text: each channel's format escapes and shortens it as the
/// channel demands.
///
/// @param headline what matters, on one line
/// @param news what changed since the event; null when nothing did
/// @param quote the customer's own words; null when there are none
/// @param reasons why it is told, most important first; one line each
/// @param about who wrote it and where; short phrases
/// @param post where the post can be read; null when unknown
/// @param button what the reader may do next; null when there is nothing
public record Message(
        String headline,
        @Nullable String news,
        @Nullable String quote,
        List<String> reasons,
        List<String> about,
        @Nullable URI post,
        @Nullable Button button) {

    public Message {
        if (headline.isBlank()) {
            throw new IllegalArgumentException("A message needs a headline");
        }
        reasons = List.copyOf(reasons);
        about = List.copyOf(about);
    }

    /// A link that stands out.
    public record Button(String label, URI target) {}
}
