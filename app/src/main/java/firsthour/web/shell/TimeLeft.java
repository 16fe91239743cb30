package firsthour.web.shell;

import static firsthour.language.Texts.t;

import firsthour.language.Texts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a deadline stands, on the one scale that every page uses.
///
/// @param words what is read first: "18 min left", "2 h late"
/// @param percentUsed of the time that was given, 0 to 100
/// @param startedAt when the time began to run; null when it is not counting down
/// @param dueAt the deadline
public record TimeLeft(
        State state, String words, int percentUsed, @Nullable Instant startedAt, Instant dueAt) {
    /// The share of the time from which on it is "soon", in percent.
    private static final int SOON = 80;

    /// Each has a word, a shape and a colour.
    public enum State {
        ON_TRACK(Texts.mark("On track"), "on-track"),
        SOON(Texts.mark("Soon"), "soon"),
        LATE(Texts.mark("Late"), "late"),
        MET(Texts.mark("Met"), "met");

        private final String label;
        private final String mark;

        State(String label, String mark) {
            this.label = label;
            this.mark = mark;
        }

        public String label() {
            return t(label);
        }

        /// The name in the style sheet.
        public String mark() {
            return mark;
        }
    }

    /// A deadline that is being counted down, or was passed and still waits.
    public static TimeLeft running(Instant startedAt, Instant dueAt, Instant now) {
        Duration left = Duration.between(now, dueAt);
        if (left.isNegative()) {
            var words = t("{0} late", Times.span(left.negated()));
            return new TimeLeft(State.LATE, words, 100, startedAt, dueAt);
        }
        int used = percent(startedAt, dueAt, now);
        var state = used >= SOON ? State.SOON : State.ON_TRACK;
        return new TimeLeft(state, t("{0} left", Times.span(left)), used, startedAt, dueAt);
    }

    /// A deadline that was kept or was kept too late.
    public static TimeLeft met(Instant startedAt, Instant dueAt, Instant metAt) {
        if (metAt.isAfter(dueAt)) {
            var words = t("done {0} late", Times.span(Duration.between(dueAt, metAt)));
            return new TimeLeft(State.LATE, words, 100, null, dueAt);
        }
        Duration took = Duration.between(startedAt, metAt);
        var words = t("met in {0}", Times.span(took.isNegative() ? Duration.ZERO : took));
        return new TimeLeft(State.MET, words, percent(startedAt, dueAt, metAt), null, dueAt);
    }

    private static int percent(Instant from, Instant to, Instant at) {
        double whole = Duration.between(from, to).toMillis();
        if (whole <= 0) {
            return 100;
        }
        double used = Duration.between(from, at).toMillis();
        return Math.clamp(Math.round(100 * used / whole), 0, 100);
    }
}
