package firsthour.scoring;

import firsthour.mention.PostText;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A mention that was drawn, as the person who is asked reads it.
///
/// @param text without the title
/// @param deletedAt when its author deleted it: nothing is left to read; null while it is there
@Introspected
public record SpotCheckRow(
        long mentionId,
        String network,
        @Nullable String title,
        String text,
        @Nullable String authorHandle,
        @Nullable String url,
        @Nullable String language,
        @Nullable Integer rating,
        Instant publishedAt,
        @Nullable Instant deletedAt) {

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /// Title and text, as [PostText#joined(String, String)].
    public String words() {
        return PostText.joined(title, text);
    }
}
