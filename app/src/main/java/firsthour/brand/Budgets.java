package firsthour.brand;

import firsthour.connectors.Connector;
import firsthour.connectors.Limit;
import firsthour.connectors.Settings;
import firsthour.http.Meter;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Keeps to what networks allow, for all sources of one account together, on all nodes, and over a
/// restart. Requests are spread by the generic cell rate algorithm: a burst may be sent at once,
/// and after that they come at an even pace.
@Singleton
public class Budgets {
    private final PaceRows rows;
    private final Clock clock;

    Budgets(PaceRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// Pulls from a network within what it allows: requests beyond are not sent, and refused with
    /// the time when they may be.
    public <T> T within(Connector network, Settings settings, Supplier<T> deed) {
        return within(network.limits(settings), network, settings, deed);
    }

    /// The same for looks and replies, which some networks count apart.
    public <T> T besidePulls(Connector network, Settings settings, Supplier<T> deed) {
        return within(network.limitsBesidePulls(settings), network, settings, deed);
    }

    private <T> T within(
            List<Limit> limits, Connector network, Settings settings, Supplier<T> deed) {
        return limits.isEmpty()
                ? deed.get()
                : Meter.run(() -> take(limits, network, settings), deed);
    }

    /// How many requests could be sent at once now; empty where there is no limit.
    public Optional<Long> findLeft(Connector network, Settings settings) {
        var now = clock.instant();
        return network.limits(settings).stream()
                .map(limit ->
                        rows.find(account(network, settings, limit))
                                .map(evenAt -> left(limit, evenAt, now))
                                .orElse((long) limit.burst()))
                .min(Long::compare);
    }

    /// Comes back when a whole burst is there again: a pull may need several requests, and would
    /// get nowhere with the first alone.
    private Optional<Instant> take(List<Limit> limits, Connector network, Settings settings) {
        var now = clock.instant();
        for (var limit : limits) {
            var evenAt = rows.find(account(network, settings, limit)).orElse(now);
            if (left(limit, evenAt, now) == 0) {
                return Optional.of(evenAt);
            }
        }
        for (var limit : limits) {
            var account = account(network, settings, limit);
            var ahead = limit.pause().multipliedBy(limit.burst() - 1L);
            if (!take(account, limit, now, now.plus(ahead))) {
                return Optional.of(rows.find(account).orElse(now.plus(limit.pause())));
            }
        }
        return Optional.empty();
    }

    private boolean take(String account, Limit limit, Instant now, Instant latest) {
        long micros = limit.pause().toNanos() / 1_000;
        if (rows.take(account, now, micros, latest) == 1) {
            return true;
        }
        if (rows.find(account).isPresent()) {
            return false;
        }
        rows.register(account, now);
        return rows.take(account, now, micros, latest) == 1;
    }

    private static long left(Limit limit, Instant evenAt, Instant now) {
        var ahead = evenAt.isAfter(now) ? Duration.between(now, evenAt) : Duration.ZERO;
        return Math.max(
                0, limit.pause().multipliedBy(limit.burst()).minus(ahead).dividedBy(limit.pause()));
    }

    /// Whom the network counts: who signs in, else where from. Holds no secret.
    private static String account(Connector network, Settings settings, Limit limit) {
        var who = new TreeMap<>(Places.of(network.descriptor(), settings));
        who.values().removeIf(place -> !place.contains("://"));
        for (var field : network.descriptor().fields()) {
            if (field.secret()) {
                settings.find(field.name()).ifPresent(value -> who.put(field.name(), value));
            }
        }
        var all = network.descriptor().network() + who + limit.per();
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
