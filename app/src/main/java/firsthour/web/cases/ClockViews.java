package firsthour.web.cases;

import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockKind;
import firsthour.clocks.ClockState;
import firsthour.triage.CaseState;
import firsthour.triage.CaseView;
import firsthour.web.cases.CasePage.ClockView;
import firsthour.web.shell.TimeLeft;
import firsthour.web.shell.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says how the promises of a case stand.
final class ClockViews {
    private ClockViews() {}

    /// The clocks of the present episode: what is owed first, then what is kept or void.
    static List<ClockView> of(CaseView view, Instant now, ZoneId zone) {
        var open = view.row().state() == CaseState.OPEN;
        return view.currentClocks().stream()
                .sorted(
                        Comparator.comparing((CaseClock clock) -> !clock.owed())
                                .thenComparing(clock -> clock.deadline().dueAt()))
                .map(clock -> of(clock, open, now, zone))
                .toList();
    }

    private static ClockView of(CaseClock clock, boolean open, Instant now, ZoneId zone) {
        var deadline = clock.deadline();
        var receipt = clock.receipt(zone);
        if (clock.metAt().isPresent()) {
            return new ClockView(
                    TimeLeft.met(deadline.startedAt(), deadline.dueAt(), clock.metAt().get()),
                    given(clock.kind()) + inHours(clock),
                    false,
                    receipt);
        }
        if (clock.state() == ClockState.PAUSED) {
            return new ClockView(
                    null,
                    "The %s is paused: we wait for the customer".formatted(clock.kind().words()),
                    false,
                    receipt);
        }
        return clock.owed() && open
                ? new ClockView(
                        RowViews.left(deadline.warnAt(), deadline.dueAt(), now),
                        RowViews.owed(clock.kind()),
                        true,
                        receipt)
                : new ClockView(
                        null,
                        "No " + clock.kind().words() + " is owed any more",
                        false,
                        clock.breachedAt().isPresent() ? receipt + ", and it passed" : receipt);
    }

    /// What of the time lay in business hours, where that is less.
    private static String inHours(CaseClock clock) {
        return clock.businessTime()
                .filter(time -> !clock.staffTime().equals(Optional.of(time)))
                .map(time -> ", " + Times.span(time) + " of it in business hours")
                .orElse("");
    }

    private static String given(ClockKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> "acknowledged";
            case ANSWER -> "answered";
            case NEXT_REPLY -> "replied";
            case SECOND_LOOK -> "looked at";
        };
    }
}
