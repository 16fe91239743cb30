package firsthour.response;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.response.check.Checked;
import firsthour.response.check.Concern;
import firsthour.response.check.Finding;
import firsthour.time.Clock;
import firsthour.triage.PublicWords;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Findings that people let stand, each with its reason.
@Singleton
class Waivers {
    /// Characters of a reason.
    static final int MOST = 500;

    private final WaiverRows rows;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    Waivers(WaiverRows rows, PublicWords words, EventLog events, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// A finding that is let stand.
    record Given(Concern concern, String reason) {}

    /// The findings for which a reason was given.
    ///
    /// @param reasons by [Finding#key]
    static List<Given> given(Checked checked, String text, Map<String, String> reasons) {
        return checked.findings().stream()
                .filter(it -> isWaived(it, text, reasons))
                .map(it -> new Given(it.concern(), reason(it, text, reasons)))
                .distinct()
                .toList();
    }

    static boolean isWaived(Finding finding, String text, Map<String, String> reasons) {
        return finding.concern().waivable() && !reason(finding, text, reasons).isEmpty();
    }

    private static String reason(Finding finding, String text, Map<String, String> reasons) {
        var reason = reasons.getOrDefault(finding.key(text), "").strip();
        return reason.length() <= MOST ? reason : reason.substring(0, MOST);
    }

    /// Keeps them with the reply, in its transaction.
    void keep(
            long caseId,
            long memberId,
            List<Given> given,
            @Nullable Long outgoingId,
            @Nullable Long replyId) {
        for (var each : given) {
            rows.save(
                    new Waiver(
                            0,
                            caseId,
                            memberId,
                            each.concern(),
                            each.reason(),
                            outgoingId,
                            replyId,
                            clock.instant()));
            events.append(
                    new Event.FindingWaived(
                            caseId, words.brandOf(caseId), memberId, each.concern().name()));
        }
    }
}
