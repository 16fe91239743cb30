package firsthour.connectors.x;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer of the search, as `docs.x.com/x-api/posts/search` describes it.
///
/// @param data the posts, newest first; absent where there are none
record FoundPosts(@Nullable List<Found> data, @Nullable Includes includes, @Nullable Meta meta) {

    /// Without the newest id the next pull would pay for the same posts again.
    boolean isWhole() {
        return meta != null && (posts().isEmpty() || meta.newestId() != null);
    }

    List<Found> posts() {
        return withoutGaps(data);
    }

    List<User> authors() {
        return includes == null ? List.of() : withoutGaps(includes.users());
    }

    Optional<String> newest() {
        return Optional.ofNullable(meta).map(Meta::newestId);
    }

    Optional<String> next() {
        return Optional.ofNullable(meta).map(Meta::nextToken);
    }

    private static <T> List<T> withoutGaps(@Nullable List<T> some) {
        return some == null ? List.of() : some.stream().filter(Objects::nonNull).toList();
    }

    /// A post.
    ///
    /// @param text with `&amp;`, `&lt;` and `&gt;`, and with shortened links
    /// @param history the ids of the post and its edits, the original first
    /// @param note the whole of a text that is longer
    record Found(
            @Nullable String id,
            @Nullable String text,
            @JsonProperty("author_id") @Nullable String authorId,
            @JsonProperty("created_at") @Nullable String createdAt,
            @JsonProperty("edit_history_tweet_ids") @Nullable List<String> history,
            @JsonProperty("referenced_tweets") @Nullable List<Reference> references,
            @JsonProperty("note_tweet") @Nullable Note note,
            @Nullable Entities entities,
            @JsonProperty("public_metrics") @Nullable Spread metrics,
            @JsonProperty("lang") @Nullable String language) {

        /// The id that stays when a post is edited.
        Optional<String> original() {
            return Optional.ofNullable(history)
                    .flatMap(ids -> withoutGaps(ids).stream().findFirst())
                    .or(() -> Optional.ofNullable(id));
        }

        /// The id of the post that it answers.
        Optional<String> repliedTo() {
            return withoutGaps(references).stream()
                    .filter(reference -> "replied_to".equals(reference.type()))
                    .flatMap(reference -> Optional.ofNullable(reference.id()).stream())
                    .findFirst();
        }
    }

    record Spread(@JsonProperty("retweet_count") @Nullable Long reposts) {}

    record Note(@Nullable String text, @Nullable Entities entities) {}

    record Entities(@Nullable List<Link> urls) {
        List<Link> links() {
            return withoutGaps(urls);
        }
    }

    /// A link in a text.
    ///
    /// @param url the shortened one
    record Link(@Nullable String url, @JsonProperty("expanded_url") @Nullable String expanded) {}

    record Reference(@Nullable String type, @Nullable String id) {}

    record Includes(@Nullable List<User> users) {}

    record User(
            @Nullable String id,
            @Nullable String username,
            @Nullable String name,
            @JsonProperty("public_metrics") @Nullable Metrics metrics) {}

    record Metrics(@JsonProperty("followers_count") @Nullable Long followers) {}

    record Meta(
            @JsonProperty("newest_id") @Nullable String newestId,
            @JsonProperty("next_token") @Nullable String nextToken) {}
}
