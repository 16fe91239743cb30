package firsthour.system;

import com.sun.management.OperatingSystemMXBean;
import firsthour.brand.Sources;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.intake.Pulls;
import firsthour.time.ControlledTime;
import io.micronaut.context.ApplicationContext;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// What a thousand feeds cost: each is pulled in its turn through an hour that is played as fast as
/// it goes, every fourth brings a post and the others say that nothing is new.
///
/// @param pulls that were made
/// @param unchanged of them brought nothing new
/// @param perSecond pulls in a second of real time
/// @param cpu of this process, which the pretended feeds are part of, for a thousand pulls
/// @param databaseCpu of the database's process, for a thousand pulls
/// @param threads of the operating system at the end
/// @param heap bytes in use after a collection
record SourcePace(
        long pulls,
        long unchanged,
        double perSecond,
        Duration cpu,
        Duration databaseCpu,
        int threads,
        long heap) {
    static final int SOURCES = 1_000;
    private static final Duration PLAYED = Duration.ofHours(1);
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration TICK = Duration.ofMillis(2);

    static SourcePace measure() throws Exception {
        try (var server = new FeedsStub();
                var context =
                        ApplicationContext.builder()
                                .deduceEnvironment(false)
                                .properties(
                                        Map.of(
                                                "firsthour.allowed-hosts",
                                                "127.0.0.1",
                                                "controlled.time",
                                                "true"))
                                .start()) {
            var sources = context.getBean(Sources.class);
            for (int i = 0; i < SOURCES; i++) {
                var settings = new Settings(Map.of("url", server.address(i)));
                sources.add("rss", "Feed " + i, null, settings, false);
            }
            var time = context.getBean(ControlledTime.class);
            var pulls = context.getBean(Pulls.class);
            var rows = context.getBean(Rows.class);
            server.begin(time.now());
            // The first pull of each brings all that a feed has, once.
            play(pulls, rows, time, Duration.ofMinutes(1));
            server.renew(time.now());
            return measure(server, pulls, rows, time);
        }
    }

    private static SourcePace measure(
            FeedsStub server, Pulls pulls, Rows rows, ControlledTime time) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long asked = server.asked();
        long unchanged = server.unchanged();
        long cpu = system.getProcessCpuTime();
        var databaseCpu = timeOfDatabase();
        long start = System.nanoTime();
        play(pulls, rows, time, PLAYED);
        double seconds = (System.nanoTime() - start) / 1e9;
        long made = server.asked() - asked;
        cpu = system.getProcessCpuTime() - cpu;
        databaseCpu = timeOfDatabase().minus(databaseCpu);
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        System.gc();
        return new SourcePace(
                made,
                server.unchanged() - unchanged,
                made / seconds,
                Duration.ofNanos(cpu * 1_000 / made),
                databaseCpu.multipliedBy(1_000).dividedBy(made),
                threads,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    private static void play(Pulls pulls, Rows rows, ControlledTime time, Duration length) {
        var end = time.now().plus(length);
        while (time.now().isBefore(end)) {
            time.pass(STEP);
            do {
                pulls.sweep();
                LockSupport.parkNanos(TICK.toNanos());
            } while (isDue(rows, time));
        }
    }

    /// Whether something is due or being pulled.
    private static boolean isDue(Rows rows, ControlledTime time) {
        return !rows.column(
                        "SELECT source_id FROM source_state WHERE leased_until IS NOT NULL"
                                + " OR next_pull_at <= '"
                                + time.now().toString().replace("T", " ").replace("Z", "")
                                + "' LIMIT 1")
                .isEmpty();
    }

    private static Duration timeOfDatabase() {
        return ProcessHandle.current()
                .descendants()
                .filter(process ->
                        process.info().command().filter(c -> c.contains("mariadbd")).isPresent())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
