package firsthour.web.cases;

import firsthour.language.Language;
import firsthour.response.Presence;
import firsthour.response.Present;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// The pages that are open on this node and show live who else is there. One look a second at the
/// database serves them all; what another node wrote is seen by the same look.
@Singleton
class OpenPages {
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// Looks after which everybody is heard of, and a connection that nobody reads is noticed.
    private static final int BEAT = 10;

    private final Presence presence;
    private final ExecutorService blocking;
    private final Map<String, Long> caseBySeat = new ConcurrentHashMap<>();
    private final Flux<Look> looks;

    /// What was seen at one look.
    ///
    /// @param present a part for each case that was open on a page then
    private record Look(long beat, Map<Long, Present> present) {}

    /// What one page is told.
    ///
    /// @param words of the others; empty where there is nobody else
    /// @param busy whether somebody else writes
    /// @param beat changes although nothing else does
    @Introspected
    record Told(String words, boolean busy, long beat) {}

    @Inject
    OpenPages(Presence presence, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this(presence, blocking, Flux.interval(LOOK, LOOK));
    }

    /// @param ticks when it is looked, counted from 0
    OpenPages(Presence presence, ExecutorService blocking, Flux<Long> ticks) {
        this.presence = presence;
        this.blocking = blocking;
        this.looks =
                ticks.onBackpressureDrop()
                        .publishOn(Schedulers.fromExecutorService(blocking), 1)
                        .filter(_ -> !caseBySeat.isEmpty())
                        .map(this::look)
                        .share();
    }

    /// What somebody's page is told from now on, first of what is the case now.
    ///
    /// @param seat that they took there
    Flux<Told> watch(long caseId, String seat, long memberId) {
        var first = new Look(-1, Map.of(caseId, presence.find(caseId)));
        // The request is over when most of this is said.
        var language = Language.current();
        // Whoever reads slowly misses what is over, and holds up nobody else.
        return looks.onBackpressureLatest()
                .filter(look -> look.present().containsKey(caseId))
                .startWith(first)
                .map(look -> language.say(() -> told(look, caseId, memberId)))
                .distinctUntilChanged()
                .doOnSubscribe(_ -> caseBySeat.put(seat, caseId))
                .doFinally(_ -> leave(seat));
    }

    private Look look(long tick) {
        var seats = Map.copyOf(caseBySeat);
        if (tick % BEAT == 0) {
            presence.stay(seats.keySet());
        }
        return new Look(tick / BEAT, presence.findAll(Set.copyOf(seats.values())));
    }

    private static Told told(Look look, long caseId, long memberId) {
        var present = Objects.requireNonNull(look.present().get(caseId));
        return new Told(
                present.inWords(memberId),
                present.drafter().filter(one -> one.memberId() != memberId).isPresent(),
                look.beat());
    }

    /// A node that stops leaves its seats to time.
    private void leave(String seat) {
        caseBySeat.remove(seat);
        if (!blocking.isShutdown()) {
            blocking.execute(() -> presence.leave(seat));
        }
    }
}
