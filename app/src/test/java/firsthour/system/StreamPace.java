package firsthour.system;

import firsthour.brand.Brands;
import firsthour.brand.Sources;
import firsthour.connectors.Settings;
import firsthour.connectors.jetstream.JetstreamStub;
import firsthour.database.Rows;
import firsthour.intake.Streams;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// How a stream is kept up with that is matched against many tracked queries: a server on this
/// machine tells of posts, every hundredth about a brand.
///
/// @param behind how far what was stored lay behind what was told at an even pace, half of the time
/// @param mostBehind the same at the worst moment
/// @param mostPerSecond posts in a second while much waits
record StreamPace(Duration behind, Duration mostBehind, double mostPerSecond) {
    static final int QUERIES = 500;
    static final int PER_SECOND = 2_000;
    private static final int BRANDS = 50;
    private static final Duration EVENLY = Duration.ofSeconds(30);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int WAITING = 100_000;
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    static StreamPace measure() throws Exception {
        try (var server = new JetstreamStub();
                var context =
                        ApplicationContext.builder()
                                .deduceEnvironment(false)
                                .properties(Map.of("firsthour.allowed-hosts", "127.0.0.1"))
                                .start()) {
            var brand = addBrands(context.getBean(Brands.class));
            var settings = new Settings(Map.of("endpoint", server.uri().toString()));
            context.getBean(Sources.class).add("jetstream", "Stream", brand, settings, false);
            var streams = context.getBean(Streams.class);
            var rows = context.getBean(Rows.class);
            streams.sweep();
            var behind = evenly(server, rows);
            var most = atOnce(server, rows);
            streams.stop();
            return new StreamPace(behind.get(behind.size() / 2), Collections.max(behind), most);
        }
    }

    private static long addBrands(Brands brands) throws Exception {
        long first = 0;
        for (int i = 0; i < BRANDS; i++) {
            long id = brands.add("Brand " + i, "UTC", false).id();
            first = i == 0 ? id : first;
            for (int query = 0; query < QUERIES / BRANDS; query++) {
                brands.addQuery(
                        id,
                        "\"brand%d shop%d\" OR (brand%d AND product%d AND NOT jobs)"
                                .formatted(i, query, i, query));
            }
        }
        return first;
    }

    private static List<Duration> evenly(JetstreamStub server, Rows rows) {
        var random = new Random(3);
        var behind = new ArrayList<Duration>();
        var start = System.nanoTime();
        int told = 0;
        while (since(start).compareTo(EVENLY) < 0) {
            long due = since(start).toMillis() * PER_SECOND / 1_000;
            while (told < due) {
                tell(server, random, told++);
            }
            if (since(start).compareTo(WARM_UP) > 0) {
                behind.add(Duration.between(stored(rows), Instant.now()));
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
        awaitStored(rows, tell(server, random, told));
        Collections.sort(behind);
        return behind;
    }

    private static double atOnce(JetstreamStub server, Rows rows) {
        var random = new Random(4);
        var start = System.nanoTime();
        var last = Instant.EPOCH;
        for (int i = 0; i < WAITING; i++) {
            last = tell(server, random, 1_000_000 + i);
        }
        awaitStored(rows, last);
        return WAITING * 1e9 / since(start).toNanos();
    }

    private static Instant tell(JetstreamStub server, Random random, int i) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var words = new StringBuilder(i % 100 == 0 ? "My product3 of brand0 is late" : "Well");
        for (int word = 0; word < 20; word++) {
            words.append(' ').append("word").append(random.nextInt(5_000));
        }
        server.post(now, "did:plc:author" + i % 1_000, "k" + i, words.toString());
        return now;
    }

    private static void awaitStored(Rows rows, Instant at) {
        while (stored(rows).isBefore(at)) {
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    /// Up to when all is stored.
    private static Instant stored(Rows rows) {
        return rows.column("SELECT checkpoint FROM source_checkpoint").stream()
                .map(kept -> Long.parseLong(kept.replaceAll("\\D", "")))
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS))
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
