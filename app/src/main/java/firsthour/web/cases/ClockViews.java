package firsthour.web.cases;

import static firsthour.language.Texts.t;

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

    static ClockView of(CaseClock clock, boolean open, Instant now, ZoneId zone) {
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
            return new ClockView(null, paused(clock.kind()), false, receipt);
        }
        return clock.owed() && open
                ? new ClockView(
                        RowViews.left(deadline.warnAt(), deadline.dueAt(), now),
                        RowViews.owed(clock.kind()),
                        true,
                        receipt)
                : new ClockView(
                        null,
                        settled(clock.kind()),
                        false,
                        clock.breachedAt().isPresent()
                                ? t("{0}, and it passed", receipt)
                                : receipt);
    }

    /// What of the time lay in business hours, where that is less.
    private static String inHours(CaseClock clock) {
        return clock.businessTime()
                .filter(time -> !clock.staffTime().equals(Optional.of(time)))
                .map(time -> time.isZero() ? t("{0} min", 0) : Times.span(time))
                .map(time -> ", " + t("{0} of it in business hours", time))
                .orElse("");
    }

    private static String paused(ClockKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> t("The acknowledgement is paused: we wait for the customer");
            case ANSWER -> t("The answer is paused: we wait for the customer");
            case NEXT_REPLY -> t("The next reply is paused: we wait for the customer");
            case SECOND_LOOK -> t("The second look is paused: we wait for the customer");
        };
    }

    private static String settled(ClockKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> t("No acknowledgement is owed any more");
            case ANSWER -> t("No answer is owed any more");
            case NEXT_REPLY -> t("No next reply is owed any more");
            case SECOND_LOOK -> t("No second look is owed any more");
        };
    }

    private static String given(ClockKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> t("acknowledged");
            case ANSWER -> t("answered");
            case NEXT_REPLY -> t("replied");
            case SECOND_LOOK -> t("looked at");
        };
    }
}
