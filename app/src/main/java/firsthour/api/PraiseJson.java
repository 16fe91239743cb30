package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.response.Outgoing;
import firsthour.response.Praise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A post that praises a brand. Of what its author deleted, neither text nor author is here.
///
/// @param id of the mention
/// @param postsTo the network that takes thanks from here; null where none does, and in a list
/// @param thanks what somebody said to it; null where nobody has
@JsonInclude(JsonInclude.Include.ALWAYS)
record PraiseJson(
        long id,
        long brandId,
        String network,
        @Nullable String author,
        @Nullable String title,
        String text,
        @Nullable String url,
        @Nullable Integer rating,
        Instant publishedAt,
        boolean deleted,
        @Nullable String postsTo,
        @Nullable ThanksJson thanks) {

    /// Words of thanks.
    ///
    /// @param by who wrote them
    /// @param thankedAt when they became public; null while they are not
    /// @param unsure they may stand on the network although nobody has seen them there
    /// @param words how they stand and what happens next
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ThanksJson(
            String by,
            String text,
            @Nullable String url,
            @Nullable Instant thankedAt,
            Outgoing.State state,
            boolean unsure,
            String words) {}

    static PraiseJson of(Praise praise, @Nullable String postsTo) {
        return new PraiseJson(
                praise.mentionId(),
                praise.brandId(),
                praise.network(),
                praise.author().orElse(null),
                praise.title().orElse(null),
                praise.text(),
                praise.url().orElse(null),
                praise.stars().orElse(null),
                praise.publishedAt(),
                praise.deleted(),
                postsTo,
                praise.thanks().map(PraiseJson::thanks).orElse(null));
    }

    private static ThanksJson thanks(Praise.Thank said) {
        return new ThanksJson(
                said.by(),
                said.reply().text(),
                said.url().orElse(null),
                said.at().orElse(null),
                said.reply().state(),
                said.reply().unsure(),
                said.reply().words());
    }
}
