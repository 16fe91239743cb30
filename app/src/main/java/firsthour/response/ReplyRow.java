package firsthour.response;

import firsthour.mention.PostText;
import firsthour.triage.ReplyKind;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("reply")
record ReplyRow(
        @Id @GeneratedValue long id,
        long caseId,
        int episode,
        ReplyKind kind,
        String text,
        @Nullable String url,
        Instant postedAt,
        Instant recordedAt,
        @Nullable Long memberId,
        @Nullable Long foundPostId) {

    /// Whether it stands at a link, in whichever of its spellings.
    boolean isAt(String link) {
        var key = PostText.linkKey(link);
        return url != null && key.isPresent() && key.equals(PostText.linkKey(url));
    }

    /// With the name of who recorded it.
    @Introspected
    record Named(
            long id,
            int episode,
            ReplyKind kind,
            String text,
            @Nullable String url,
            Instant postedAt,
            Instant recordedAt,
            @Nullable String memberName,
            @Nullable Long foundPostId) {

        Reply reply() {
            return new Reply(
                    id,
                    episode,
                    kind,
                    text,
                    Optional.ofNullable(url),
                    postedAt,
                    recordedAt,
                    Optional.ofNullable(memberName),
                    foundPostId != null);
        }
    }
}
