package firsthour.intake;

import firsthour.intake.SourceHealth.Lag;
import firsthour.intake.SourceHealth.Pace;
import firsthour.mention.Arrivals;
import firsthour.mention.Arrivals.Arrival;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Learns from what a source brought how often and how fast that comes.
@Singleton
class Paces {
    private static final Duration MEMORY = Duration.ofDays(28);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST = 5_000;

    private final Arrivals arrivals;
    private final Clock clock;

    Paces(Arrivals arrivals, Clock clock) {
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /// How often a source brings something; empty while that is not known.
    Optional<Rhythm> findRhythm(long sourceId, ZoneId zone) {
        return rhythm(find(sourceId), zone);
    }

    /// How far back it was read.
    Optional<Instant> findOldest(long sourceId) {
        return arrivals.findOldest(sourceId);
    }

    /// @param addedAt when the source was added: what was written before came with the first pull
    Optional<Pace> find(long sourceId, ZoneId zone, Instant addedAt) {
        var found = find(sourceId);
        var lag = lag(found, addedAt);
        var rhythm = rhythm(found, zone);
        return lag.isEmpty() && rhythm.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Pace(
                                lag,
                                rhythm.map(Rhythm::usual),
                                rhythm.map(Rhythm::longest),
                                rhythm.filter(Rhythm::restsAtWeekends).isPresent()));
    }

    private Optional<Lag> lag(List<Arrival> found, Instant addedAt) {
        var since = clock.instant().minus(WEEK);
        var lags =
                found.stream()
                        .filter(arrival -> !arrival.history())
                        .filter(arrival -> arrival.publishedAt().isAfter(addedAt))
                        .filter(arrival -> !arrival.detectedAt().isBefore(since))
                        .map(arrival ->
                                Duration.between(arrival.publishedAt(), arrival.detectedAt()))
                        .sorted()
                        .toList();
        return lags.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Lag(
                                lags.get((lags.size() - 1) / 2),
                                lags.get((int) Math.ceil(0.9 * lags.size()) - 1)));
    }

    private List<Arrival> find(long sourceId) {
        return arrivals.findBySource(sourceId, clock.instant().minus(MEMORY), MOST);
    }

    private static Optional<Rhythm> rhythm(List<Arrival> found, ZoneId zone) {
        return Rhythm.of(found.stream().map(Arrival::publishedAt).toList(), zone);
    }
}
