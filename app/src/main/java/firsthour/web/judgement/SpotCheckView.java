package firsthour.web.judgement;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One mention that was drawn, to be looked at.
///
/// @param waiting how many wait, this one included
/// @param next null when all were looked at
@Introspected
public record SpotCheckView(long brandId, String brand, int waiting, @Nullable Asked next) {

    /// The mention that is asked about.
    ///
    /// @param url null where there is none that may be followed
    public record Asked(
            long mentionId,
            String words,
            boolean deleted,
            @Nullable String language,
            @Nullable Integer rating,
            String network,
            @Nullable String author,
            Instant publishedAt,
            @Nullable String url) {}
}
