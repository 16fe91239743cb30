package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.triage.Case;
import firsthour.triage.CaseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A case as it stands after a deed.
///
/// @param assigneeId who keeps it; null when nobody does
/// @param episode 1 and up; one more with each reopening
/// @param dueAt the earliest deadline whose word is still owed; null when none is
/// @param version goes into the next deed
/// @param replyId the reply that was recorded; null for other deeds
/// @param posting what became of a reply that is posted from here; null for other deeds
/// @param words the same in words, and what happens next; null for other deeds
@JsonInclude(JsonInclude.Include.ALWAYS)
record Standing(
        long caseId,
        CaseState state,
        @Nullable Long assigneeId,
        int episode,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant dueAt,
        long version,
        @Nullable Long replyId,
        @Nullable Posting posting,
        @Nullable String words) {

    /// What became of a reply that is posted from here.
    enum Posting {
        /// It stands on the network, and on the case.
        POSTED,
        /// It is tried again by itself.
        ON_ITS_WAY,
        /// It was not posted, or may have been: somebody has to decide.
        WAITS
    }

    static Standing of(Case changed) {
        return of(changed, null, null, null);
    }

    /// A reply was recorded.
    static Standing recorded(Case changed, long replyId) {
        return of(changed, replyId, null, null);
    }

    /// A reply was to be posted.
    static Standing posted(Case changed, Posting posting, String words) {
        return of(changed, null, posting, words);
    }

    private static Standing of(
            Case changed,
            @Nullable Long replyId,
            @Nullable Posting posting,
            @Nullable String words) {
        return new Standing(
                changed.id(),
                changed.state(),
                changed.assigneeId().orElse(null),
                changed.episode(),
                changed.acknowledgedAt().orElse(null),
                changed.answeredAt().orElse(null),
                changed.dueAt().orElse(null),
                changed.version(),
                replyId,
                posting,
                words);
    }
}
