package firsthour.web.cases;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.clocks.ClockKind;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.triage.CaseState;
import firsthour.triage.QueueRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a person can do to a case, with the key that does the same.
public enum Deed {
    CLAIM(mark("Claim"), "c", false),
    ACKNOWLEDGE(mark("Acknowledge"), "a", true),
    ANSWER(mark("deed|Answer"), "r", true),
    FOLLOW_UP(mark("Follow up"), "f", true),
    WAIT(mark("Wait for the customer"), "w", false),
    END_WAIT(mark("Wait no longer"), "w", false),
    LEAVE(mark("No reply needed"), "n", true),
    RESOLVE(mark("Resolve"), "e", false),
    CONTACT(mark("Private contact"), "p", true),
    DISMISS(mark("Dismiss"), "d", true),
    ACCEPT(mark("Take it over"), "y", false),
    DECLINE(mark("Decline"), "n", false),
    HANDOVER(mark("Hand over"), "h", true),
    TAKEBACK(mark("Take the offer back"), "t", false),
    HELP(mark("Ask for help"), "l", true),
    MERGE(mark("Merge"), "m", true),
    RELEASE(mark("Release"), "b", false),
    REOPEN(mark("Reopen"), "o", false);

    private final String label;
    private final String key;
    private final boolean panel;

    Deed(String label, String key, boolean panel) {
        this.label = label;
        this.key = key;
        this.panel = panel;
    }

    public String label() {
        return t(label);
    }

    public String key() {
        return key;
    }

    /// Whether it opens a panel in which something is entered first.
    public boolean panel() {
        return panel;
    }

    /// The last part of its address, and the name of its panel.
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What a reader may do to a case as it stands.
    ///
    /// @param primary the one to do next; empty where it is somebody else's turn
    public record Choice(Optional<Deed> primary, List<Deed> others) {
        public Choice {
            others = List.copyOf(others);
        }

        /// Whether the reader may do it now.
        public boolean offers(Deed deed) {
            return primary.filter(deed::equals).isPresent() || others.contains(deed);
        }
    }

    /// Viewers read; agents claim what nobody has and work on their own; managers work on what
    /// others have as well. What is offered to the reader is answered first.
    static Choice of(QueueRow row, SignedIn reader) {
        if (!reader.may(Role.AGENT)) {
            return new Choice(Optional.empty(), List.of());
        }
        if (row.state() != CaseState.OPEN) {
            return new Choice(
                    Optional.empty(),
                    mayFollowUp(row, reader) ? List.of(FOLLOW_UP, REOPEN) : List.of(REOPEN));
        }
        if (row.assignee().isEmpty()) {
            return new Choice(Optional.of(CLAIM), List.of());
        }
        if (row.offeredTo().filter(to -> to.memberId() == reader.memberId()).isPresent()) {
            return new Choice(Optional.of(ACCEPT), List.of(DECLINE));
        }
        var mine = row.assignee().get().memberId() == reader.memberId();
        if (!mine && !reader.may(Role.MANAGER)) {
            return new Choice(Optional.empty(), List.of());
        }
        return ofMine(row);
    }

    /// After the end whoever resolved it may still ask whether all is well.
    private static boolean mayFollowUp(QueueRow row, SignedIn reader) {
        return row.state() == CaseState.RESOLVED
                && row.answeredAt().isPresent()
                && row.assignee()
                        .filter(by ->
                                by.memberId() == reader.memberId() || reader.may(Role.MANAGER))
                        .isPresent();
    }

    private static Choice ofMine(QueueRow row) {
        var pass = row.offeredTo().isPresent() ? TAKEBACK : HANDOVER;
        if (row.waitingSince().isPresent()) {
            return row.answeredAt().isPresent()
                    ? new Choice(
                            Optional.of(RESOLVE),
                            List.of(
                                    FOLLOW_UP, END_WAIT, ANSWER, CONTACT, pass, HELP, MERGE,
                                    RELEASE))
                    : new Choice(
                            Optional.of(END_WAIT),
                            List.of(ANSWER, CONTACT, DISMISS, pass, HELP, MERGE, RELEASE));
        }
        if (row.due().filter(due -> due.kind() == ClockKind.NEXT_REPLY).isPresent()) {
            return row.answeredAt().isPresent()
                    ? new Choice(
                            Optional.of(ANSWER),
                            List.of(LEAVE, WAIT, CONTACT, RESOLVE, pass, HELP, MERGE, RELEASE))
                    : new Choice(
                            Optional.of(ANSWER),
                            List.of(LEAVE, WAIT, CONTACT, DISMISS, pass, HELP, MERGE, RELEASE));
        }
        if (row.answeredAt().isPresent()) {
            return new Choice(
                    Optional.of(RESOLVE),
                    List.of(WAIT, FOLLOW_UP, ANSWER, CONTACT, pass, HELP, MERGE, RELEASE));
        }
        return row.acknowledgedAt().isPresent()
                ? new Choice(
                        Optional.of(ANSWER),
                        List.of(WAIT, CONTACT, DISMISS, pass, HELP, MERGE, RELEASE))
                : new Choice(
                        Optional.of(ACKNOWLEDGE),
                        List.of(ANSWER, CONTACT, DISMISS, pass, HELP, MERGE, RELEASE));
    }
}
