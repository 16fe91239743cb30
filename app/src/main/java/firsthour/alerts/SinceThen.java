package firsthour.alerts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened to a case between the event and the moment it is told.
final class SinceThen {
    private SinceThen() {}

    /// One sentence; empty when nothing happened that a reader must know.
    static Optional<String> of(CaseFacts facts, Instant now) {
        var zone = ZoneId.of(facts.zone());
        var news = new ArrayList<String>();
        if (facts.isDeleted()) {
            news.add("the post is no longer kept");
        }
        if (!facts.isOpen()) {
            news.add(closed(facts) + when(facts.closedAt(), now, zone));
        } else if (facts.answeredAt() != null) {
            news.add("answered" + by(facts.repliedBy()) + when(facts.answeredAt(), now, zone));
        } else if (facts.acknowledgedAt() != null) {
            news.add(
                    "acknowledged"
                            + by(facts.repliedBy())
                            + when(facts.acknowledgedAt(), now, zone));
        } else if (facts.clockKind() == null && facts.assignee() != null) {
            news.add("claimed by " + facts.assignee());
        }
        if ("MET".equals(facts.clockState()) && facts.clockBreachedAt() == null) {
            news.add("the reply was in time");
        }
        return news.isEmpty()
                ? Optional.empty()
                : Optional.of("Since then: " + String.join("; ", news) + ".");
    }

    private static String closed(CaseFacts facts) {
        var reason = facts.dismissalReason();
        if (facts.state().equals("DISMISSED")) {
            var why =
                    reason == null
                            ? ""
                            : " as " + reason.toLowerCase(Locale.ROOT).replace('_', ' ');
            return "dismissed" + why + by(facts.closedBy());
        }
        if (facts.state().equals("MERGED")) {
            return "merged into another case";
        }
        return "resolved" + by(facts.closedBy());
    }

    private static String by(@Nullable String name) {
        return name == null ? "" : " by " + name;
    }

    private static String when(@Nullable Instant at, Instant now, ZoneId zone) {
        return at == null ? "" : " at " + Times.at(at, now, zone);
    }
}
