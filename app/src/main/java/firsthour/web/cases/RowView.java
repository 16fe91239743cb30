package firsthour.web.cases;

import firsthour.web.shell.TimeLeft;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// One case in the queue.
///
/// @param queue the list that it stands in, as the query of an address
/// @param pick what is sent where it is chosen for a deed on many; null where it cannot be
/// @param open it is the case that is being read
/// @param left the word that is owed first; null where none is
/// @param owed for what the time is left: "to acknowledge"
/// @param settled how it stands where nothing is owed: "answered", "dismissed: spam"
/// @param words the beginning of the post; empty where it has none
/// @param rating stars, 1 to 5; null for what is no review
/// @param reach how often the author wrote, and how many read it or passed it on; empty where
///   nothing is known
/// @param brand null where the list has one brand alone
/// @param assignee who keeps it; null when nobody does
/// @param handed offered to the reader
/// @param team for whom it is, while nobody has it; null for anybody
/// @param unattended nobody took it in time
/// @param reasons of the priority, in words
@Introspected
public record RowView(
        long id,
        String queue,
        @Nullable String pick,
        boolean open,
        @Nullable TimeLeft left,
        String owed,
        String settled,
        @Nullable String title,
        String words,
        boolean deleted,
        @Nullable Integer rating,
        String network,
        @Nullable String author,
        String reach,
        @Nullable String brand,
        String kind,
        @Nullable String assignee,
        boolean mine,
        boolean handed,
        @Nullable String team,
        boolean unattended,
        int priority,
        String reasons) {

    /// The stars of a rating, filled and empty.
    public static String stars(int rating) {
        int filled = Math.clamp(rating, 0, 5);
        return "★".repeat(filled) + "☆".repeat(5 - filled);
    }
}
