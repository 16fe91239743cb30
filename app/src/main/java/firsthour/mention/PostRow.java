package firsthour.mention;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stored post as a reader sees it.
///
/// @param language the network's own claim
/// @param rating 1 to 5
@MappedEntity("post")
public record PostRow(
        @Id long id,
        String network,
        @Nullable String url,
        @Nullable String title,
        String text,
        @Nullable String authorHandle,
        @Nullable String language,
        @Nullable Integer rating,
        Instant publishedAt) {

    /// Title and text, as [PostText#joined(String, String)].
    public String words() {
        return PostText.joined(title, text);
    }
}
