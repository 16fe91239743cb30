package firsthour.web.cases;

import firsthour.triage.DismissalReason;
import firsthour.triage.NoReplyReason;
import java.util.Arrays;
import java.util.List;

/// A reason that one may choose.
///
/// @param value as it is sent
public record ReasonView(String value, String words) {

    /// Why nobody has to reply to a case.
    public static List<ReasonView> ofDismissal() {
        return Arrays.stream(DismissalReason.values())
                .map(reason -> new ReasonView(reason.name(), reason.words()))
                .toList();
    }

    /// Why the customer's last words want no reply.
    public static List<ReasonView> ofLeaving() {
        return Arrays.stream(NoReplyReason.values())
                .map(reason -> new ReasonView(reason.name(), reason.words()))
                .toList();
    }
}
