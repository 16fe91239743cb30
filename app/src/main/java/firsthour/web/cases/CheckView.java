package firsthour.web.cases;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the check says below a draft, and how the draft is kept.
///
/// @param path of the panel that it belongs to: `acknowledge`, `answer` or `look`
/// @param draft version that is shown; 0 where nothing is kept
/// @param state how the draft is kept, a sentence; empty where nothing was written
/// @param wrong why it could not be kept; null when it was
/// @param elsewhere what the same person wrote in another window; null where nothing
/// @param findings what must be dealt with first; null where nothing was written
/// @param twin what was said before that is most like it; null where nothing is
/// @param waits spelling and grammar come in a moment
@Introspected
public record CheckView(
        long caseId,
        String path,
        long draft,
        String state,
        @Nullable String wrong,
        @Nullable Elsewhere elsewhere,
        @Nullable List<FindingView> findings,
        @Nullable TwinView twin,
        boolean waits) {

    /// The same in a window that shows another version of the draft.
    CheckView at(long shown) {
        return new CheckView(caseId, path, shown, state, wrong, elsewhere, findings, twin, waits);
    }

    /// What must be dealt with before anything is posted.
    public long musts() {
        return findings == null ? 0 : findings.stream().filter(FindingView::must).count();
    }

    /// In one sentence, for whoever does not see the list.
    public String summary() {
        if (findings == null) {
            return "";
        }
        if (findings.isEmpty()) {
            return waits ? t("Nothing to mend so far.") : t("Nothing to mend.");
        }
        long advice = findings.size() - musts();
        return musts() == 0
                ? count(
                        advice,
                        "{0} hint; nothing has to be mended.",
                        "{0} hints; nothing has to be mended.")
                : count(
                        musts(),
                        "{0} thing to mend before it is posted, {1}.",
                        "{0} things to mend before it is posted, {1}.",
                        count(advice, "{0} hint", "{0} hints"));
    }

    /// One finding.
    ///
    /// @param key in the name of the field that takes the reason
    /// @param fragment the words that it is about; empty where it is about the whole
    /// @param reason why it is let stand, as it was typed
    /// @param asks what the reason has to say
    public record FindingView(
            String key,
            String concern,
            boolean must,
            String words,
            String fragment,
            int start,
            int end,
            List<String> instead,
            boolean waivable,
            String reason,
            String asks) {}

    /// Something alike that was said before.
    ///
    /// @param told who said it to whom
    public record TwinView(int percent, String told, String text, Instant at, long caseId) {}

    /// A draft that was written in another window.
    public record Elsewhere(String text, long version, Instant savedAt) {}
}
