package firsthour.mention;

import firsthour.connectors.PostRef;
import io.micronaut.core.annotation.Introspected;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A post that is to be looked at again on its network.
///
/// @param caseId the case it belongs to, or the first of them; null for none
@Introspected
public record Watched(
        long id,
        String externalId,
        @Nullable String url,
        @Nullable String authorHandle,
        Instant publishedAt,
        @Nullable Long caseId) {

    /// Whether it belongs to a case.
    public boolean flagged() {
        return caseId != null;
    }

    /// What finds it on its network.
    public PostRef ref() {
        return new PostRef(
                externalId,
                Optional.ofNullable(url).map(URI::create),
                Optional.ofNullable(authorHandle));
    }
}
