package firsthour.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes and reads what happened.
@Singleton
public class EventLog {
    private static final Map<String, Class<? extends Event>> TYPES =
            kindsOf(Event.class).collect(Collectors.toMap(Class::getSimpleName, type -> type));

    private final EventRows rows;
    private final ObjectMapper json;
    private final Clock clock;

    EventLog(EventRows rows, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /// Records an event together with the deed itself: there must be a transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Event event) {
        var row =
                rows.save(
                        new EventRow(
                                0,
                                clock.instant(),
                                event.getClass().getSimpleName(),
                                boxed(event.brand()),
                                boxed(event.ofCase()),
                                boxed(event.mention()),
                                boxed(event.member()),
                                write(event)));
        Arrays.stream(Consumer.values())
                .filter(consumer -> consumer.wants(event))
                .forEach(consumer -> rows.await(consumer.name(), row.id()));
    }

    /// Takes the oldest events that wait for a consumer; they are settled when the transaction
    /// commits and wait again when it does not. Rows that another node holds are passed over.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Recorded> take(Consumer consumer, int most) {
        var ids = rows.lockPending(consumer.name(), most);
        if (ids.isEmpty()) {
            return List.of();
        }
        rows.settle(consumer.name(), ids);
        return find(ids);
    }

    /// Those of these ids, oldest first.
    @Transactional(readOnly = true)
    public List<Recorded> find(List<Long> ids) {
        return rows.findByIdInOrderById(ids).stream().map(this::recorded).toList();
    }

    /// What happened to a case, oldest first.
    @Transactional(readOnly = true)
    public List<Recorded> findByCase(long caseId) {
        return rows.findByCaseIdOrderById(caseId).stream().map(this::recorded).toList();
    }

    /// An event in the log.
    public record Recorded(long id, Instant at, Event event) {}

    private Recorded recorded(EventRow row) {
        return recorded(row.id(), row.at(), row.type(), row.data());
    }

    Recorded recorded(long id, Instant at, String name, String data) {
        var type = TYPES.get(name);
        if (type == null) {
            throw new IllegalStateException("Unknown event in the log: " + name);
        }
        try {
            return new Recorded(id, at, json.readValue(data, type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event " + id + " cannot be read", e);
        }
    }

    private String write(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event cannot be written: " + event, e);
        }
    }

    private static @Nullable Long boxed(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }

    private static Stream<Class<? extends Event>> kindsOf(Class<? extends Event> type) {
        if (type.isRecord()) {
            return Stream.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .map(kind -> kind.<Event>asSubclass(Event.class))
                .flatMap(EventLog::kindsOf)
                .distinct();
    }
}
