package firsthour.mention;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A mention with what is needed to judge it.
///
/// @param language the network's own claim
/// @param rating 1 to 5
@Introspected
public record Judgeable(
        long id,
        long brandId,
        String brandName,
        @Nullable String title,
        String text,
        @Nullable String language,
        @Nullable Integer rating) {

    /// Title and text, as [PostText#joined(String, String)].
    public String words() {
        return PostText.joined(title, text);
    }
}
