package firsthour.clocks;

import firsthour.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the first human public word does to a clock. Words are not always learned of in the order
/// in which they were said: a reply that was posted on the network may be found after the deadline.
///
/// @param clock the clock afterwards
/// @param events what happened to it, in order; none where the word changes nothing of note
record Meeting(ClockRow clock, List<Event> events) {

    static Meeting of(ClockRow clock, Instant at) {
        if (clock.state() == ClockState.CANCELLED) {
            return new Meeting(clock, List.of());
        }
        var first = clock.metAt() == null || at.isBefore(clock.metAt()) ? at : clock.metAt();
        return first.isAfter(clock.dueAt()) ? late(clock, first) : inTime(clock, first);
    }

    private static Meeting inTime(ClockRow clock, Instant first) {
        var events = new ArrayList<Event>();
        if (clock.state() == ClockState.BREACHED) {
            events.add(
                    new Event.BreachWithdrawn(
                            clock.caseId(), clock.brandId(), clock.id(), clock.kind().name()));
        }
        if (clock.state() != ClockState.MET) {
            events.add(met(clock, first));
        }
        return new Meeting(clock.met(first), events);
    }

    private static Meeting late(ClockRow clock, Instant first) {
        var events = new ArrayList<Event>();
        if (clock.state() == ClockState.RUNNING) {
            events.add(breached(clock));
        }
        if (clock.metAt() == null) {
            events.add(met(clock, first));
        }
        return new Meeting(clock.breached(first), events);
    }

    static Event breached(ClockRow clock) {
        return new Event.ClockBreached(
                clock.caseId(), clock.brandId(), clock.id(), clock.kind().name(), clock.dueAt());
    }

    private static Event met(ClockRow clock, Instant at) {
        return new Event.ClockMet(
                clock.caseId(), clock.brandId(), clock.id(), clock.kind().name(), at);
    }
}
