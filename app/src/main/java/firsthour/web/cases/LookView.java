package firsthour.web.cases;

import firsthour.web.shell.TimeLeft;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A second look, as one person reads it on its case.
///
/// @param lead who asked whom, or what came of it, a sentence
/// @param left the time until it lapses; null where nobody is waited for any more
/// @param kind of the reply: "answer"
/// @param mayLook whether the reader may approve the words or send them back
/// @param mayWithdraw whether the reader may ask for it no more
/// @param asked the words as their author wrote them
/// @param words as they stand, or as the reader has typed them
/// @param note why they were sent back, or what the reader has typed; empty where there is none
/// @param check what the check finds; null where the reader does not look
/// @param network where the words are posted from here; null where they are copied
/// @param textWrong what is wrong with the words that were typed; null where nothing is
/// @param noteWrong the same of the note
public record LookView(
        long id,
        long caseId,
        String lead,
        @Nullable TimeLeft left,
        String kind,
        boolean mayLook,
        boolean mayWithdraw,
        String asked,
        String words,
        String note,
        @Nullable CheckView check,
        @Nullable String network,
        @Nullable String textWrong,
        @Nullable String noteWrong) {

    /// Whether a colleague is waited for.
    public boolean open() {
        return left != null;
    }

    /// Whether a colleague left other words than the author's.
    public boolean changed() {
        return !open() && !words.equals(asked);
    }

    /// One that waits for somebody, in the list over all cases.
    ///
    /// @param lead who asked whom for what
    /// @param words the first of them
    public record Line(long caseId, String lead, TimeLeft left, String words) {}

    /// What waits on all cases.
    ///
    /// @param forYou asked of the reader or of anybody
    /// @param others asked of others, and the reader's own
    @Introspected
    public record Waiting(List<Line> forYou, List<Line> others) {}

    /// How many wait for the reader.
    @Introspected
    public record Count(int number) {}
}
