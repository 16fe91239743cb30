package firsthour.alerts;

import firsthour.delivery.Deliveries;
import firsthour.events.Consumer;
import firsthour.events.Event;
import firsthour.events.EventLog;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/// Turns events into deliveries: the event is settled and its deliveries are in the outbox, or
/// neither.
@Singleton
public class Alerts {
    private final EventLog events;
    private final AlertRuleRows rules;
    private final Deliveries deliveries;

    Alerts(EventLog events, AlertRuleRows rules, Deliveries deliveries) {
        this.events = events;
        this.rules = rules;
        this.deliveries = deliveries;
    }

    /// Takes the oldest events that wait and adds what the rules make of them to the outbox.
    ///
    /// @param most events to take, at least 1
    /// @return how many were taken; fewer than `most` when no more wait
    @Transactional
    public int sweep(int most) {
        var taken = events.take(Consumer.ALERTS, most);
        for (var recorded : taken) {
            AlertKind.of(recorded.event()).ifPresent(kind -> fire(kind, recorded));
        }
        return taken.size();
    }

    /// Tells a channel that is new what happened before it was there, as far as it still matters:
    /// about cases that are open.
    ///
    /// @param most of the newest events
    /// @return how many were added to the outbox
    @Transactional
    public int catchUp(long channelId, Instant since, int most) {
        var missed = rules.findMissed(channelId, since, most).reversed();
        return (int)
                missed.stream()
                        .filter(one ->
                                deliveries.enqueue(
                                        channelId,
                                        key(one.ruleId(), one.eventId()),
                                        one.kind().name(),
                                        one.eventId()))
                        .count();
    }

    private void fire(AlertKind kind, EventLog.Recorded recorded) {
        for (var rule : findFiring(kind, recorded.event())) {
            var key = key(rule.id(), recorded.id());
            deliveries.enqueue(rule.channelId(), key, kind.name(), recorded.id());
        }
    }

    private List<AlertRule> findFiring(AlertKind kind, Event event) {
        return event instanceof Event.OfSource source
                ? rules.findFiringOfSource(kind, source.brandId() == 0 ? null : source.brandId())
                : rules.findFiring(kind, event.brand().orElseThrow(), priority(event));
    }

    /// One alert: the same event is never told twice by one rule.
    private static String key(long ruleId, long eventId) {
        return "rule-" + ruleId + "-event-" + eventId;
    }

    private int priority(Event event) {
        return event instanceof Event.CaseOpened opened
                ? opened.priority()
                : rules.findPriority(event.ofCase().orElseThrow()).orElse(0);
    }
}
