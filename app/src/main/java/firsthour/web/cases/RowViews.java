package firsthour.web.cases;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.clocks.ClockKind;
import firsthour.language.ReasonWords;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.triage.CaseState;
import firsthour.triage.DismissalReason;
import firsthour.triage.Priority;
import firsthour.triage.QueueRow;
import firsthour.web.shell.TimeLeft;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts the rows of the queue into words.
@Singleton
public class RowViews {
    private final Labels labels;

    RowViews(Labels labels) {
        this.labels = labels;
    }

    /// One row.
    ///
    /// @param queue the list that it stands in, as the query of an address
    /// @param open the case that is being read; null when none is
    /// @param withBrand the list holds several brands
    public RowView of(
            QueueRow row,
            SignedIn reader,
            Instant now,
            String queue,
            @Nullable Long open,
            boolean withBrand) {
        return new RowView(
                row.id(),
                queue,
                row.state() == CaseState.OPEN && reader.may(Role.AGENT)
                        ? row.id() + "." + row.version()
                        : null,
                open != null && open == row.id(),
                row.due().map(due -> left(due.soonAt(), due.at(), now)).orElse(null),
                row.due().map(due -> owed(due.kind())).orElse(""),
                settled(row),
                row.title().orElse(null),
                row.excerpt(),
                row.deleted(),
                row.rating().orElse(null),
                labels.network(row.network()),
                row.authorHandle().or(row::authorName).orElse(null),
                reach(row),
                withBrand ? row.brandName() : null,
                row.kind().words(),
                row.assignee().map(QueueRow.Assignee::name).orElse(null),
                row.assignee().filter(a -> a.memberId() == reader.memberId()).isPresent(),
                row.offeredTo().filter(a -> a.memberId() == reader.memberId()).isPresent(),
                row.assignee().isPresent() ? null : row.team().orElse(null),
                row.unattended(),
                row.priority().points(),
                reasons(row.priority()));
    }

    /// For what the time of a clock is left: "to acknowledge".
    public static String owed(ClockKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> t("to acknowledge");
            case ANSWER -> t("to answer");
            case NEXT_REPLY -> t("to reply again");
            case SECOND_LOOK -> t("to look at it");
        };
    }

    static String reasons(Priority priority) {
        return priority.reasons().stream()
                .map(Priority.Reason::reason)
                .map(ReasonWords::say)
                .collect(Collectors.joining(", "));
    }

    /// The last fifth of the time tells the whole: so it turns “soon” when people are warned, also
    /// where only business hours count.
    public static TimeLeft left(Instant soonAt, Instant dueAt, Instant now) {
        var whole = Duration.between(soonAt, dueAt).multipliedBy(5);
        return TimeLeft.running(dueAt.minus(whole), dueAt, now);
    }

    static String settled(QueueRow row) {
        return switch (row.state()) {
            case DISMISSED ->
                    row.dismissalReason()
                            .map(DismissalReason::words)
                            .map(reason -> t("dismissed: {0}", reason))
                            .orElseGet(() -> t("dismissed"));
            case RESOLVED -> t("resolved");
            case MERGED -> "merged";
            case OPEN -> settledOpen(row);
        };
    }

    private static String settledOpen(QueueRow row) {
        if (row.waitingSince().isPresent()) {
            return row.silentDays() == 0
                    ? t("waiting for the customer")
                    : t("the customer has been silent for {0} days", row.silentDays());
        }
        return row.answeredAt().isPresent() ? t("answered") : t("acknowledged");
    }

    private static String reach(QueueRow row) {
        var parts = new ArrayList<String>();
        if (row.authorPosts() > 1) {
            parts.add(count(row.authorPosts(), "{0} post", "{0} posts"));
        }
        row.followers()
                .filter(number -> number > 0)
                .ifPresent(number -> parts.add(count(number, "{0} follower", "{0} followers")));
        row.reposts()
                .filter(number -> number > 0)
                .ifPresent(number -> parts.add(count(number, "{0} repost", "{0} reposts")));
        return String.join(" · ", parts);
    }
}
