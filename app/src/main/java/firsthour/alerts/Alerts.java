package firsthour.alerts;

import firsthour.delivery.Deliveries;
import firsthour.events.Consumer;
import firsthour.events.Event;
import firsthour.events.EventLog;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Turns events into deliveries: the event is settled and its deliveries are in the outbox, or
/// neither.
@Singleton
public class Alerts {
    private static final int PAGE = 100;

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
        taken.stream().flatMap(this::find).forEach(this::tell);
        return taken.size();
    }

    /// Tells a channel that is new what happened before it was there, as far as it still matters:
    /// about cases that are open.
    ///
    /// @param most alerts, of the newest events
    /// @return how many were added to the outbox
    @Transactional
    public int catchUp(long channelId, Instant since, int most) {
        var missed = findMissed(channelId, since, most).reversed();
        return (int) missed.stream().filter(this::tell).count();
    }

    /// The newest first.
    private List<Alert> findMissed(long channelId, Instant since, int most) {
        var missed = new ArrayList<Alert>();
        var page = rules.findOfOpenCases(since, Long.MAX_VALUE, PAGE);
        while (missed.size() < most && !page.isEmpty()) {
            events.find(page).reversed().stream()
                    .flatMap(this::find)
                    .filter(alert -> alert.rule().channelId() == channelId)
                    .limit(most - missed.size())
                    .forEach(missed::add);
            page = rules.findOfOpenCases(since, page.getLast(), PAGE);
        }
        return missed;
    }

    /// What a rule tells of an event.
    private record Alert(AlertRule rule, long eventId) {}

    private Stream<Alert> find(EventLog.Recorded recorded) {
        return AlertKind.of(recorded.event()).stream()
                .flatMap(kind -> findFiring(kind, recorded.event()).stream())
                .map(rule -> new Alert(rule, recorded.id()));
    }

    /// The same event is never told twice by one rule.
    ///
    /// @return whether it is told now
    private boolean tell(Alert alert) {
        var rule = alert.rule();
        return deliveries.enqueue(
                rule.channelId(),
                "rule-" + rule.id() + "-event-" + alert.eventId(),
                rule.kind().name(),
                alert.eventId());
    }

    private List<AlertRule> findFiring(AlertKind kind, Event event) {
        return event instanceof Event.OfSource source
                ? rules.findFiringOfSource(kind, source.brandId() == 0 ? null : source.brandId())
                : rules.findFiring(kind, event.brand().orElseThrow(), priority(event));
    }

    private int priority(Event event) {
        return event instanceof Event.CaseOpened opened
                ? opened.priority()
                : rules.findPriority(event.ofCase().orElseThrow()).orElse(0);
    }
}
