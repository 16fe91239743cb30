package firsthour.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A network whose server a test plays over real HTTP, and a clock that moves only when it says so.
public abstract class PretendedNetwork {
    protected static final Instant START = Instant.parse("2026-11-09T10:00:00Z");
    static final Limits QUICK =
            new Limits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    10 * 1024 * 1024,
                    5,
                    Duration.ofHours(24));

    private static final Play PLAY = new Play();
    private static final JsonMapper JSON = new JsonMapper();

    /// One for all tests, whichever engine runs them.
    protected static final WireMockServer SERVER = start();

    private Instant now = START;
    private String elsewhere = "";

    /// What moves on only when a test says so.
    protected final InstantSource clock = () -> now;

    protected final Outbound outbound = new Outbound(clock, "127.0.0.1"::equals, QUICK);

    /// The connector under test.
    protected abstract Connector connector(Outbound way);

    /// Settings that lead to the pretended server.
    protected abstract Settings settings(String address);

    /// What the network's server answers to a request when it holds these posts, oldest first.
    protected abstract ResponseDefinitionBuilder answer(Request request, List<Sample> posts);

    /// The id that the network gives a post.
    protected abstract String idOf(Sample sample);

    protected Search search() {
        return new Search(List.of("Acme"));
    }

    @BeforeEach
    @BeforeProperty
    void open() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse()));
        holds(List.of());
    }

    @AfterEach
    @AfterProperty
    void close() {
        outbound.close();
    }

    private static WireMockServer start() {
        WireMockServer server =
                new WireMockServer(
                        wireMockConfig().dynamicPort().gzipDisabled(true).extensions(PLAY));
        server.start();
        return server;
    }

    /// The server holds these posts from now on, oldest first.
    protected final void holds(List<Sample> posts) {
        List<Sample> held = List.copyOf(posts);
        PLAY.answer = request -> answer(request, held);
    }

    /// The server says this from now on, whatever it is asked.
    protected final void says(ResponseDefinitionBuilder response) {
        PLAY.answer = request -> response;
    }

    /// The server answers each request like this from now on.
    protected final void answers(Function<Request, ResponseDefinitionBuilder> play) {
        PLAY.answer = play;
    }

    /// An answer in JSON.
    protected static ResponseDefinitionBuilder json(Object body) {
        try {
            return aResponse()
                    .withHeader("Content-Type", "application/json; charset=utf-8")
                    .withBody(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// It is this time from now on.
    protected final void setTime(Instant time) {
        now = time;
    }

    protected final void later(Duration time) {
        now = now.plus(time);
    }

    protected final String address() {
        return elsewhere.isEmpty() ? "http://127.0.0.1:" + SERVER.port() : elsewhere;
    }

    /// The network is at another address from now on, for this test.
    protected final void moveTo(URI address) {
        elsewhere = address.toString().replaceFirst("/$", "");
    }

    protected final Pull pull(Checkpoint checkpoint) {
        return connector(outbound).pull(settings(address()), search(), checkpoint);
    }

    protected final Pull.Page page(Checkpoint checkpoint) {
        Pull pull = pull(checkpoint);
        assertThat(pull).isInstanceOf(Pull.Page.class);
        return (Pull.Page) pull;
    }

    /// Pulls until there is nothing more.
    protected final List<Pull.Page> drain(Checkpoint checkpoint) {
        List<Pull.Page> pages = new ArrayList<>(List.of(page(checkpoint)));
        while (last(pages).more()) {
            pages.add(page(last(pages).next()));
            assertThat(pages).hasSizeLessThan(1_000);
        }
        return pages;
    }

    protected final Refusal refusal() {
        Pull pull = pull(Checkpoint.NONE);
        assertThat(pull).isInstanceOf(Pull.Refused.class);
        return ((Pull.Refused) pull).refusal();
    }

    protected static List<String> ids(List<Pull.Page> pages) {
        return pages.stream().flatMap(page -> page.posts().stream()).map(Post::externalId).toList();
    }

    protected static Pull.Page last(List<Pull.Page> pages) {
        return pages.getLast();
    }

    /// Lets a test decide what the server answers.
    private static final class Play implements ResponseDefinitionTransformerV2 {
        private volatile Function<Request, ResponseDefinitionBuilder> answer =
                request -> aResponse();

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return answer.apply(event.getRequest()).build();
        }

        @Override
        public String getName() {
            return "play";
        }
    }
}
