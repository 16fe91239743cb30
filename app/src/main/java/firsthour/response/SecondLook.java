package firsthour.response;

import firsthour.triage.ReplyKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A co-worker's look at a reply before it is posted.
///
/// @param colleagueId who was asked; 0 for anybody who may answer
/// @param colleague the name of who was asked; empty for anybody
/// @param askedWords as their author wrote them; empty once the case has been closed for long
/// @param words as they stand, with what the colleague changed
/// @param reasons why findings of the check are let stand, by their keys
/// @param dueAt when it lapses
/// @param settledBy the name of who ended it; empty where nobody did
/// @param note why it was sent back
public record SecondLook(
        long id,
        long caseId,
        int episode,
        ReplyKind kind,
        long authorId,
        String author,
        long colleagueId,
        Optional<String> colleague,
        String askedWords,
        String words,
        Map<String, String> reasons,
        Instant askedAt,
        Instant dueAt,
        SecondLookState state,
        Optional<Instant> settledAt,
        Optional<String> settledBy,
        Optional<String> note) {

    public SecondLook {
        reasons = Map.copyOf(reasons);
    }

    /// Whether the colleague changed the words.
    public boolean changed() {
        return !words.equals(askedWords);
    }
}
