package firsthour.alerts;

import firsthour.delivery.Deliveries;
import firsthour.events.Consumer;
import firsthour.events.Event;
import firsthour.events.EventLog;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

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

    private void fire(AlertKind kind, EventLog.Recorded recorded) {
        var event = recorded.event();
        var brandId = event.brand().orElseThrow();
        for (var rule : rules.findFiring(kind, brandId, priority(event))) {
            var key = "rule-" + rule.id() + "-event-" + recorded.id();
            deliveries.enqueue(rule.channelId(), key, kind.name(), recorded.id());
        }
    }

    private int priority(Event event) {
        return event instanceof Event.CaseOpened opened
                ? opened.priority()
                : rules.findPriority(event.ofCase().orElseThrow()).orElse(0);
    }
}
