package firsthour.intake;

import firsthour.brand.AccessEnds;
import firsthour.brand.Arrival;
import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices sources that stopped, went quiet or are about to lose their access, and those that came
/// back.
@Singleton
public class SourceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);

    /// What passes by itself is told when it has not passed for so long.
    static final Duration PATIENCE = Duration.ofHours(6);

    /// Days for which refusals are shown.
    private static final int SHOWN = 7;

    /// One odd answer is no reason to call somebody.
    private static final int REFUSALS = 2;

    private final Sources sources;
    private final SourceStates states;
    private final SourceDays days;
    private final Paces paces;
    private final AccessEnds ends;
    private final Brands brands;
    private final EventLog events;
    private final Clock clock;

    SourceWatch(
            Sources sources,
            SourceStates states,
            SourceDays days,
            Paces paces,
            AccessEnds ends,
            Brands brands,
            EventLog events,
            Clock clock) {
        this.sources = sources;
        this.states = states;
        this.days = days;
        this.paces = paces;
        this.ends = ends;
        this.brands = brands;
        this.events = events;
        this.clock = clock;
    }

    /// Looks at each source once, and records what has changed. One that cannot be judged keeps no
    /// other from it.
    public void sweep() {
        // An answer that could not be read may hold posts, and is kept no longer than it is shown.
        days.forgetRefused(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(SHOWN - 1L));
        for (var source : sources.list()) {
            if (source.arrival() != Arrival.IMPORTED) {
                try {
                    judge(source);
                } catch (RuntimeException e) {
                    LOG.error("The source {} could not be judged", source.id(), e);
                }
            }
        }
    }

    @Transactional
    void judge(Source source) {
        states.findStanding(source.id()).ifPresent(standing -> judge(source, standing));
    }

    private void judge(Source source, SourceStates.Standing standing) {
        var now = clock.instant();
        var alarm = find(source, standing, now);
        var before = Optional.ofNullable(standing.alarm()).map(Alarm::valueOf);
        if (alarm.equals(before)
                || states.setAlarm(source.id(), name(before), name(alarm), now) == 0
                || (alarm.isEmpty() && (!source.enabled() || hasEnded(source, standing, now)))) {
            return; // what was switched off or has ended did not come back
        }
        events.append(
                alarm.<Event>map(why ->
                                switch (why) {
                                    case STOPPED ->
                                            new Event.SourceStopped(source.id(), brand(source));
                                    case ENDING ->
                                            new Event.SourceAccessRanShort(
                                                    source.id(), brand(source));
                                    case QUIET ->
                                            new Event.SourceWentQuiet(source.id(), brand(source));
                                })
                        .orElseGet(() -> new Event.SourceCameBack(source.id(), brand(source))));
    }

    private Optional<Alarm> find(Source source, SourceStates.Standing standing, Instant now) {
        if (hasStopped(source, standing, now)) {
            return Optional.of(Alarm.STOPPED);
        }
        if (!source.enabled()) {
            return Optional.empty();
        }
        // What is wrong now comes before what will be: the end is shown beside it.
        if (isStillQuiet(standing) || isQuiet(source, standing, now)) {
            return Optional.of(Alarm.QUIET);
        }
        return ends.find(standing.ends(source.network()), now).map(_ -> Alarm.ENDING);
    }

    private boolean isQuiet(Source source, SourceStates.Standing standing, Instant now) {
        var newest = standing.lastPostAt();
        return newest != null
                && paces.findRhythm(source.id(), zone(source))
                        .filter(rhythm -> rhythm.isQuiet(newest, now))
                        .isPresent();
    }

    /// Whether the end came that was told: it is past, and nothing was renewed.
    private boolean hasEnded(Source source, SourceStates.Standing standing, Instant now) {
        var told = standing.alarmAt();
        return Alarm.ENDING.name().equals(standing.alarm())
                && told != null
                && ends.findPassed(standing.ends(source.network()), told, now).isPresent();
    }

    /// A silence ends with a post, not when nobody remembers how often they came.
    private static boolean isStillQuiet(SourceStates.Standing standing) {
        var newest = standing.lastPostAt();
        var since = standing.alarmAt();
        return Alarm.QUIET.name().equals(standing.alarm())
                && since != null
                && (newest == null || newest.isBefore(since));
    }

    private static boolean hasStopped(Source source, SourceStates.Standing standing, Instant now) {
        var kind = standing.refusalKind();
        var since = standing.refusedAt();
        if (kind == null || since == null) {
            return false;
        }
        var trouble = Trouble.valueOf(kind);
        return trouble == Trouble.GONE
                || (source.enabled()
                        && (trouble.passes()
                                ? since.isBefore(now.minus(PATIENCE))
                                : standing.refusalsInRow() >= REFUSALS));
    }

    private ZoneId zone(Source source) {
        return Optional.ofNullable(source.brandId())
                .flatMap(brands::find)
                .map(Brand::zone)
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }

    /// 0 where the source is about no brand in particular.
    private static long brand(Source source) {
        return source.brandId() == null ? 0 : source.brandId();
    }

    private static String name(Optional<Alarm> alarm) {
        return alarm.map(Alarm::name).orElse("");
    }
}
