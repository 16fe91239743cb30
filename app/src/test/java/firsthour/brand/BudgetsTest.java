package firsthour.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Limit;
import firsthour.connectors.Pull;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.http.Answer;
import firsthour.http.Limits;
import firsthour.http.NoAnswer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import firsthour.http.Result;
import firsthour.time.Clock;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Counts the requests that arrive at a server.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class BudgetsTest {
    private static final Limit FEW = new Limit(3, Duration.ofHours(1));

    private static final Settings ANNS = new Settings(Map.of("key", "ann"));
    private static final Settings BENS = new Settings(Map.of("key", "ben"));

    private final Budgets budgets;
    private final PaceRows paces;
    private final Clock clock;
    private final ControlledTime time;
    private final Rows rows;
    private final Network network = new Network(new Limit(20, Duration.ofMinutes(1)));
    private final AtomicInteger arrived = new AtomicInteger();
    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Outbound outbound;

    BudgetsTest(Budgets budgets, PaceRows paces, Clock clock, ControlledTime time, Rows rows)
            throws IOException {
        this.budgets = budgets;
        this.paces = paces;
        this.clock = clock;
        this.time = time;
        this.rows = rows;
        this.outbound =
                new Outbound(
                        time::now,
                        "127.0.0.1"::equals,
                        new Limits(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10),
                                1024,
                                1,
                                Duration.ofHours(1)));
    }

    @BeforeEach
    void open() {
        rows.execute("DELETE FROM pace");
        server.createContext(
                "/",
                exchange -> {
                    arrived.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        outbound.close();
    }

    @Test
    void nothingIsSentBeyondWhatIsAllowed() {
        for (int i = 0; i < 10; i++) {
            assertThat(ask(budgets, ANNS)).isInstanceOf(Answer.class);
        }

        assertThat(ask(budgets, ANNS))
                .isInstanceOfSatisfying(
                        NoAnswer.class,
                        held -> {
                            assertThat(held.why()).isEqualTo(NoAnswer.Why.HELD_BACK);
                            assertThat(held.until()).contains(time.now().plusSeconds(60));
                        });
        assertThat(arrived).hasValue(10);
    }

    @Test
    void whatIsUsedUpComesBackAtAnEvenPace() {
        for (int i = 0; i < 11; i++) {
            ask(budgets, ANNS);
        }
        assertThat(budgets.findLeft(network, ANNS)).contains(0L);

        time.pass(Duration.ofSeconds(12));
        assertThat(budgets.findLeft(network, ANNS)).contains(2L);
        for (int i = 0; i < 3; i++) {
            ask(budgets, ANNS);
        }
        assertThat(arrived).hasValue(12);

        time.pass(Duration.ofMinutes(5));
        assertThat(budgets.findLeft(network, ANNS)).contains(10L);
    }

    @Test
    void anotherNodeKnowsWhatThisOneSent() {
        for (int i = 0; i < 10; i++) {
            ask(budgets, ANNS);
        }
        assertThat(ask(new Budgets(paces, clock), ANNS)).isInstanceOf(NoAnswer.class);
    }

    @Test
    void eachAccountHasItsOwn() {
        for (int i = 0; i < 10; i++) {
            ask(budgets, ANNS);
        }
        assertThat(ask(budgets, BENS)).isInstanceOf(Answer.class);
        assertThat(rows.column("SELECT account FROM pace")).hasSize(2).noneMatch("ann"::equals);
    }

    @Test
    void whatOneLimitRefusesIsNotTakenFromAnother() {
        var both = new Network(new Limit(20, Duration.ofMinutes(1)), FEW);
        for (int i = 0; i < 9; i++) {
            budgets.within(both, BENS, this::send);
        }
        assertThat(arrived).hasValue(2);
        assertThat(budgets.findLeft(network, BENS)).contains(8L);
    }

    @Test
    void whatIsCountedApartDoesNotTakeFromPulls() {
        var apart = new Network(List.of(new Limit(20, Duration.ofMinutes(1))), List.of(FEW));
        for (int i = 0; i < 9; i++) {
            budgets.besidePulls(apart, BENS, this::send);
        }
        assertThat(arrived).hasValue(2);
        assertThat(budgets.findLeft(apart, BENS)).contains(10L);
    }

    @Test
    void looksTakeFromPullsWhereTheNetworkCountsThemTogether() {
        budgets.besidePulls(network, BENS, this::send);

        assertThat(budgets.findLeft(network, BENS)).contains(9L);
    }

    @Test
    void manyAtOnceAreNoMoreThanAllowed() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                threads.execute(() -> ask(budgets, ANNS));
            }
        }
        assertThat(arrived).hasValue(10);
    }

    @Test
    void aNetworkWithoutLimitsIsAskedFreely() {
        var free = new Network();
        for (int i = 0; i < 20; i++) {
            assertThat(budgets.<Result>within(free, ANNS, this::send)).isInstanceOf(Answer.class);
        }
        assertThat(budgets.findLeft(free, ANNS)).isEmpty();
    }

    private Result ask(Budgets node, Settings settings) {
        return node.within(network, settings, this::send);
    }

    private Result send() {
        return outbound.send(
                Request.get(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")));
    }

    private record Network(List<Limit> allowed, List<Limit> beside) implements Connector {
        Network(Limit... allowed) {
            this(List.of(allowed), List.of(allowed));
        }

        @Override
        public List<Limit> limitsBesidePulls(Settings settings) {
            return beside;
        }

        @Override
        public List<Limit> limits(Settings settings) {
            return allowed;
        }

        @Override
        public Descriptor descriptor() {
            return new Descriptor(
                    "counted",
                    "Counted",
                    List.of(new Descriptor.Field("key", "Key", true, true, "")),
                    false,
                    false,
                    true,
                    Duration.ofMinutes(1),
                    List.of());
        }

        @Override
        public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
            return new Pull.Unchanged(checkpoint, Budget.UNSAID);
        }
    }
}
