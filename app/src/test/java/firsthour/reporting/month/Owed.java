package firsthour.reporting.month;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word that is owed within a time, which stands still while the customer is waited for.
final class Owed {
    private static final class Pause {
        final Instant from;
        @Nullable Instant until;

        Pause(Instant from) {
            this.from = from;
        }
    }

    final Instant from;
    private final Duration within;
    private final List<Pause> pauses = new ArrayList<>();
    @Nullable Instant said;
    @Nullable Instant calledOff;

    /// Called off while there was time left: nobody owes it any more, and no word counts.
    boolean inVain;

    Owed(Instant from, Duration within) {
        this.from = from;
        this.within = within;
    }

    /// The last instant that is in time, as far as pauses are over.
    Instant due() {
        var due = from.plus(within);
        for (var pause : pauses) {
            if (pause.until != null) {
                due = due.plus(Duration.between(pause.from, pause.until));
            }
        }
        return due;
    }

    boolean isPaused() {
        return !pauses.isEmpty() && pauses.getLast().until == null;
    }

    boolean isInTime() {
        return said != null && !said.isAfter(due());
    }

    /// By the clock on the wall, whatever was paused.
    boolean isSaidWithin(Duration time) {
        return said != null && !said.isAfter(from.plus(time));
    }

    /// A person said something at that time, which may be learned later.
    void say(Instant at) {
        if (inVain) {
            return;
        }
        goOn(at);
        said = said == null || at.isBefore(said) ? at : said;
        if (!said.isAfter(due())) {
            calledOff = null;
        }
    }

    /// What was said was said to somebody else.
    ///
    /// @param waits whether the customer is waited for yet
    void unsay(List<Instant> words, boolean waits) {
        if (said != null && words.contains(said)) {
            if (waits) {
                goOnPausing(said);
            }
            said = null;
        }
    }

    void callOff(Instant at) {
        if (said == null && calledOff == null) {
            goOn(at);
            calledOff = at;
            inVain = !at.isAfter(due());
        }
    }

    /// What called it off then was undone: it goes on as it stood, paused or not.
    void restore(Instant since) {
        if (calledOff != null && !calledOff.isBefore(since)) {
            goOnPausing(calledOff);
            calledOff = null;
            inVain = false;
        }
    }

    private void goOnPausing(Instant ended) {
        if (!pauses.isEmpty()
                && ended.equals(pauses.getLast().until)
                && pauses.getLast().from.isBefore(ended)) {
            pauses.getLast().until = null;
        }
    }

    void pause(Instant at) {
        if (said == null && calledOff == null && !isPaused() && !at.isAfter(due())) {
            pauses.add(new Pause(at));
        }
    }

    void goOn(Instant at) {
        if (isPaused()) {
            var pause = pauses.getLast();
            pause.until = at.isBefore(pause.from) ? pause.from : at;
        }
    }
}
