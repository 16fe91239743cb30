package firsthour.connectors.mastodon;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A post, as `docs.joinmastodon.org/entities/Status` describes it.
///
/// @param id the instance's own, which holds the time
/// @param content HTML
/// @param spoiler the warning that stands before the text
/// @param boosts how many have passed it on
/// @param inReplyTo the instance's id of the post that it answers
record Status(
        @Nullable String id,
        @Nullable String url,
        @Nullable String content,
        @JsonProperty("spoiler_text") @Nullable String spoiler,
        @Nullable String language,
        @JsonProperty("created_at") @Nullable String createdAt,
        @JsonProperty("edited_at") @Nullable String editedAt,
        @JsonProperty("in_reply_to_id") @Nullable String inReplyTo,
        @JsonProperty("reblogs_count") @Nullable Long boosts,
        @Nullable Account account,
        @Nullable List<Tag> tags) {

    /// Whether it carries a hashtag.
    ///
    /// @param name without its sign
    boolean isTagged(String name) {
        return tags != null && tags.stream().anyMatch(tag -> name.equalsIgnoreCase(tag.name()));
    }

    /// What stands around a post.
    record Context(@Nullable List<Status> descendants) {}

    /// An answer of the search.
    record Found(@Nullable List<Status> statuses) {}

    /// @param name without its sign, in lower case
    record Tag(@Nullable String name) {}

    /// An account.
    ///
    /// @param handle without the instance where it is one of its own
    /// @param note what it says of itself, HTML
    record Account(
            @JsonProperty("acct") @Nullable String handle,
            @JsonProperty("display_name") @Nullable String name,
            @Nullable String url,
            @Nullable String note,
            @JsonProperty("followers_count") @Nullable Long followers) {

        /// Whether it asks programs to stay away.
        boolean wantsNoReaders() {
            return note != null && note.toLowerCase(Locale.ROOT).contains("nobot");
        }
    }
}
