package firsthour.connectors.jetstream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import firsthour.connectors.reading.AtUri;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One message of the stream.
///
/// @param did whose repository it is about
/// @param time when the server saw it, in microseconds of the epoch; the stream's cursor
/// @param kind `commit`, `account`, `identity`; more may come
record Told(
        @Nullable String did,
        @JsonProperty("time_us") long time,
        @Nullable String kind,
        @Nullable Commit commit,
        @Nullable Account account) {
    private static final Set<String> GONE = Set.of("deleted", "takendown", "suspended");

    /// Whether it has what no message lacks.
    boolean isWhole() {
        return did != null && kind != null && time > 0;
    }

    /// What was done to a post; empty where it is about something else.
    Optional<Commit> findCommit() {
        return Optional.ofNullable(commit)
                .filter(made -> "commit".equals(kind) && AtUri.COLLECTION.equals(made.collection));
    }

    /// Whether the author is gone, and by more than a wish to pause.
    boolean isFarewell() {
        return "account".equals(kind)
                && account != null
                && Boolean.FALSE.equals(account.active)
                && account.status != null
                && GONE.contains(account.status);
    }

    /// A change of a repository.
    ///
    /// @param content what was written; none where it was deleted
    record Commit(
            @Nullable String operation,
            @Nullable String collection,
            @JsonProperty("rkey") @Nullable String key,
            @JsonProperty("record") @Nullable JsonNode content) {}

    /// What became of an account.
    ///
    /// @param status why it is not active
    record Account(@Nullable Boolean active, @Nullable String status) {}
}
