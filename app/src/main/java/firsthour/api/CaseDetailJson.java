package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockKind;
import firsthour.clocks.ClockState;
import firsthour.response.Outgoing;
import firsthour.response.Reply;
import firsthour.response.SecondLook;
import firsthour.response.SecondLookState;
import firsthour.triage.CaseView;
import firsthour.triage.ReplyKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything about a case.
///
/// @param row as it stands in the queue
/// @param episode 1 and up; one more with each reopening
/// @param closingNote words for colleagues, of a dismissed case
/// @param mergedInto the case into which it was merged, which has its posts; null where it was not
/// @param mentions the post that opened it first, then the others as they were published
/// @param clocks of all episodes, the oldest first
/// @param replies what was said, in the order of publication
/// @param outgoing replies that are posted from here and are not yet there
/// @param looks second looks that were asked for, the oldest first
/// @param postsTo the network that takes replies from here; null where none does
/// @param care what was done for the customer beside public words
/// @param recovery what tells that the customer was won back, and what came of it
@JsonInclude(JsonInclude.Include.ALWAYS)
record CaseDetailJson(
        CaseJson row,
        Instant openedAt,
        int episode,
        Instant episodeStartedAt,
        @Nullable Instant claimedAt,
        @Nullable String closingNote,
        @Nullable Long mergedInto,
        List<MentionJson> mentions,
        List<ClockJson> clocks,
        List<ReplyJson> replies,
        List<OutgoingJson> outgoing,
        List<LookJson> looks,
        @Nullable String postsTo,
        CareJson care,
        RecoveryJson recovery) {

    /// One target applied to one episode.
    ///
    /// @param receipt how the deadline came about, in UTC
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ClockJson(
            long id,
            int episode,
            ClockKind kind,
            ClockState state,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant breachedAt,
            @Nullable Instant metAt,
            @Nullable Instant cancelledAt,
            String receipt) {
        static ClockJson of(CaseClock clock) {
            return new ClockJson(
                    clock.id(),
                    clock.episode(),
                    clock.kind(),
                    clock.state(),
                    clock.deadline().startedAt(),
                    clock.deadline().dueAt(),
                    clock.breachedAt().orElse(null),
                    clock.metAt().orElse(null),
                    clock.cancelledAt().orElse(null),
                    clock.receipt(ZoneOffset.UTC));
        }
    }

    /// A public word of ours.
    ///
    /// @param by who recorded it; null where it was found on the network alone
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ReplyJson(
            long id,
            int episode,
            ReplyKind kind,
            String text,
            @Nullable String url,
            Instant postedAt,
            Instant recordedAt,
            @Nullable String by,
            boolean found) {
        static ReplyJson of(Reply reply) {
            return new ReplyJson(
                    reply.id(),
                    reply.episode(),
                    reply.kind(),
                    reply.text(),
                    reply.url().orElse(null),
                    reply.postedAt(),
                    reply.recordedAt(),
                    reply.memberName().orElse(null),
                    reply.found());
        }
    }

    /// A reply on its way.
    ///
    /// @param unsure it may stand on the network although nobody has seen it there
    /// @param words how it stands and what happens next
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OutgoingJson(
            long id,
            ReplyKind kind,
            String text,
            Outgoing.State state,
            boolean unsure,
            String words) {
        static OutgoingJson of(Outgoing outgoing) {
            return new OutgoingJson(
                    outgoing.id(),
                    outgoing.kind(),
                    outgoing.text(),
                    outgoing.state(),
                    outgoing.unsure(),
                    outgoing.words());
        }
    }

    /// A colleague's look at a reply before it is posted.
    ///
    /// @param by who wrote the reply
    /// @param of who was asked; null for anybody who may answer
    /// @param askedText as it was written
    /// @param text as it stands, with what the colleague changed
    /// @param dueAt when it lapses
    /// @param settledBy null where nobody was needed
    /// @param note why it was sent back
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LookJson(
            long id,
            int episode,
            ReplyKind kind,
            SecondLookState state,
            String by,
            @Nullable String of,
            String askedText,
            String text,
            Instant askedAt,
            Instant dueAt,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable String note) {
        static LookJson of(SecondLook look) {
            return new LookJson(
                    look.id(),
                    look.episode(),
                    look.kind(),
                    look.state(),
                    look.author(),
                    look.colleague().orElse(null),
                    look.askedWords(),
                    look.words(),
                    look.askedAt(),
                    look.dueAt(),
                    look.settledAt().orElse(null),
                    look.settledBy().orElse(null),
                    look.note().orElse(null));
        }
    }

    static CaseDetailJson of(
            CaseView view,
            @Nullable Long mergedInto,
            List<Reply> replies,
            List<Outgoing> outgoing,
            List<SecondLook> looks,
            @Nullable String postsTo,
            CareJson care,
            RecoveryJson recovery) {
        return new CaseDetailJson(
                CaseJson.of(view.row()),
                view.openedAt(),
                view.episode(),
                view.episodeStartedAt(),
                view.claimedAt().orElse(null),
                view.closingNote().orElse(null),
                mergedInto,
                view.mentions().stream()
                        .map(mention ->
                                MentionJson.of(
                                        view.row().brandId(),
                                        Optional.of(view.row().id()),
                                        mention))
                        .toList(),
                view.clocks().stream().map(ClockJson::of).toList(),
                replies.stream().map(ReplyJson::of).toList(),
                outgoing.stream().map(OutgoingJson::of).toList(),
                looks.stream().map(LookJson::of).toList(),
                postsTo,
                care,
                recovery);
    }
}
