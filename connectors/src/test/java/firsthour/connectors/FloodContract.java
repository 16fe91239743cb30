package firsthour.connectors;

import static firsthour.http.RawServer.ascii;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.http.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every network's reader does when a server floods it or keeps it waiting. Part of
/// [ConnectorContract].
public abstract class FloodContract extends PaceContract {
    private static final int HUGE = 50 * 1024 * 1024;
    private static final int MOST = 200 * 1024;
    private static final byte[] PIECE = ascii(" ".repeat(64 * 1024));

    /// Of one request. A search that is answered with too much is asked for in smaller parts.
    private static final long MOST_ALLOCATED = 20L * MOST;

    /// What a server sends that does not end well.
    enum Flood implements RawServer.Script {
        ANNOUNCED("Content-Length: " + HUGE, Refusal.SourceChanged.class) {
            @Override
            void body(OutputStream out) throws IOException {
                huge(out);
            }
        },
        UNANNOUNCED("Connection: close", Refusal.SourceChanged.class) {
            @Override
            void body(OutputStream out) throws IOException {
                huge(out);
            }
        },
        PACKED("Content-Encoding: gzip", Refusal.SourceChanged.class) {
            @Override
            void body(OutputStream out) throws IOException {
                out.write(BOMB);
            }
        },
        ENDLESS_CHUNKS("Transfer-Encoding: chunked", Refusal.SourceChanged.class) {
            @Override
            void body(OutputStream out) throws IOException {
                while (true) {
                    out.write(ascii("10000\r\n"));
                    out.write(PIECE);
                    out.write(ascii("\r\n"));
                }
            }
        },
        ENDLESS_HEADERS("Vary: accept", Refusal.Transient.class) {
            @Override
            public void answer(OutputStream out) throws IOException {
                out.write(ascii("HTTP/1.1 200 OK\r\n"));
                for (int i = 0; ; i++) {
                    out.write(ascii("X-" + i + ": and so on\r\n"));
                }
            }
        },
        SLOW_HEADERS("Vary: accept", Refusal.Transient.class, true) {
            @Override
            public void answer(OutputStream out) throws IOException {
                drip(out, "HTTP/1.1 200 OK\r\n");
            }
        },
        SLOW_BODY("Content-Length: " + HUGE, Refusal.Transient.class, true) {
            @Override
            void body(OutputStream out) throws IOException {
                drip(out, "[");
            }
        };

        private static final byte[] BOMB = bomb();

        private final String header;
        private final Class<? extends Refusal> refusal;
        private final boolean slow;

        Flood(String header, Class<? extends Refusal> refusal) {
            this(header, refusal, false);
        }

        Flood(String header, Class<? extends Refusal> refusal, boolean slow) {
            this.header = header;
            this.refusal = refusal;
            this.slow = slow;
        }

        /// Less patience with what is slow, so that the test is not.
        Limits limits() {
            return new Limits(
                    Duration.ofMillis(500),
                    Duration.ofMillis(slow ? 500 : 10_000),
                    Duration.ofMillis(slow ? 700 : 10_000),
                    MOST,
                    5,
                    Duration.ofHours(24));
        }

        @Override
        public void answer(OutputStream out) throws IOException {
            out.write(
                    ascii(
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                    + header
                                    + "\r\n\r\n"));
            body(out);
        }

        void body(OutputStream out) throws IOException {}

        private static void huge(OutputStream out) throws IOException {
            for (int i = 0; i < HUGE / PIECE.length; i++) {
                out.write(PIECE);
            }
        }

        /// A byte again and again, each within the silence that is allowed.
        private static void drip(OutputStream out, String start) throws IOException {
            out.write(ascii(start));
            while (true) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }

        private static byte[] bomb() {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(packed)) {
                huge(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return packed.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFloodIsARefusalAndCostsLittle(Flood flood) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (RawServer server =
                        new RawServer(out -> {
                            requests.incrementAndGet();
                            flood.answer(out);
                        });
                Outbound way = new Outbound(clock, "127.0.0.1"::equals, flood.limits())) {
            moveTo(server.uri());
            Connector connector = connector(way);
            Settings settings = settings(address());
            long before = threads.getTotalThreadAllocatedBytes();

            Pull pull =
                    assertTimeoutPreemptively(
                            Duration.ofMinutes(2),
                            () -> connector.pull(settings, search(), Checkpoint.NONE));

            assertThat(threads.getTotalThreadAllocatedBytes() - before)
                    .isLessThan(HUGE / 5 + requests.get() * MOST_ALLOCATED);
            assertThat(requests).hasPositiveValue().hasValueLessThan(40);
            assertThat(((Pull.Refused) pull).refusal()).isInstanceOf(flood.refusal);
        }
    }
}
