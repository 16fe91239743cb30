package firsthour.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every network's reader says and keeps when the network, or what is in between, does
/// something odd. Part of [ConnectorContract].
public abstract class TroubleContract extends FloodContract {
    private static final String PAGE =
            "<!DOCTYPE html><html><body><h1>Sign in to go on</h1></body></html>";

    /// How many posts are asked for in the test of many: more than one page, where there are pages.
    protected abstract int many();

    /// Whether posts that a new one pushes from one page to the next may come twice; each is stored
    /// once all the same.
    protected boolean mayRepeatWhatShifts() {
        return false;
    }

    @ParameterizedTest
    @CsvSource({
        "31536000, 2026-11-10T10:00:00Z",
        "'Tue, 09 Nov 2027 10:00:00 GMT', 2026-11-10T10:00:00Z",
        "'Mon, 09 Nov 2026 09:00:00 GMT', 2026-11-09T10:00:00Z",
        "soon,",
        "-7,"
    })
    void aMomentToComeBackIsBelievedUpToADay(String said, @Nullable Instant until) {
        says(aResponse().withStatus(429).withHeader("Retry-After", said));

        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited ->
                                assertThat(limited.until()).isEqualTo(Optional.ofNullable(until)));
    }

    @ParameterizedTest
    @CsvSource({"407, Denied", "511, Denied", "502, Transient", "504, Transient"})
    void aProxyInBetweenIsNamed(int status, String kind) {
        says(
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "text/html")
                        .withHeader("Via", "1.1 squid")
                        .withBody(PAGE));

        assertThat(refusal().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(refusal().detail()).contains("proxy");
    }

    @Test
    void aScopeThatIsMissingIsNamed() {
        says(
                json(Map.of())
                        .withStatus(403)
                        .withHeader(
                                "WWW-Authenticate",
                                "Bearer realm=\"acme\", error=\"insufficient_scope\","
                                        + " scope=\"read:acme\""));

        assertThat(refusal()).isInstanceOf(Refusal.Unauthorised.class);
        assertThat(refusal().detail()).contains("scope read:acme").contains("Connect");
    }

    @ParameterizedTest
    @CsvSource({"401, revoked", "404, renamed or deleted"})
    void aStatusSaysWhatMayHaveHappened(int status, String words) {
        says(aResponse().withStatus(status).withHeader("Content-Type", "text/html").withBody("no"));

        assertThat(refusal().detail()).contains(words);
    }

    @Test
    void whatTurnsIntoAWebPageIsNoEndAndLosesNothing() {
        List<Sample> posts = new ArrayList<>(Sample.some(5, 1, START.minusSeconds(900), 40));
        holds(posts);
        Checkpoint checkpoint = last(drain(Checkpoint.NONE)).next();
        Sample meanwhile = new Sample(60, "Acme again", START.plusSeconds(5));
        posts.add(meanwhile);
        later(Duration.ofMinutes(2));

        says(aResponse().withHeader("Content-Type", "text/html").withBody(PAGE));
        assertThat(pull(checkpoint))
                .isInstanceOfSatisfying(
                        Pull.Refused.class,
                        refused -> {
                            assertThat(refused.refusal()).isInstanceOf(Refusal.SourceChanged.class);
                            assertThat(refused.refusal().detail()).contains("to sign in");
                        });

        holds(posts);
        assertThat(ids(drain(checkpoint))).containsExactly(idOf(meanwhile));
    }

    @Test
    void anIdThatIsRepeatedOnAPageAndOverPagesComesOnce() {
        List<Sample> posts = Sample.some(many() / 2, 1, START.minus(Duration.ofDays(6)), 150);
        List<Sample> repeated = new ArrayList<>(List.of(posts.getFirst()));
        // One stands alone first, so that pairs also stand across the borders of pages.
        posts.stream().skip(1).forEach(post -> repeated.addAll(List.of(post, post)));
        holds(repeated);

        List<Pull.Page> pages = drain(Checkpoint.NONE);

        assertThat(ids(pages))
                .containsExactlyInAnyOrderElementsOf(posts.stream().map(this::idOf).toList());
    }

    @Test
    void pagesThatShiftWhileTheyAreReadLoseNothingAndRepeatNothing() {
        List<Sample> posts =
                new ArrayList<>(Sample.some(many(), 1, START.minus(Duration.ofDays(6)), 150));
        List<String> found = new ArrayList<>();
        Checkpoint at = Checkpoint.NONE;
        int arrived = 0;
        boolean more = true;
        while (more) {
            holds(posts);
            Pull.Page page = page(at);
            page.posts().forEach(post -> found.add(post.externalId()));
            at = page.next();
            more = page.more();
            later(Duration.ofSeconds(20));
            if (arrived < 3) {
                posts.add(new Sample(5_000 + arrived, "Acme now", clock.instant()));
                arrived++;
            }
        }
        holds(posts);
        later(Duration.ofMinutes(30));
        drain(at).forEach(page -> page.posts().forEach(post -> found.add(post.externalId())));

        assertThat(mayRepeatWhatShifts() ? found.stream().distinct().toList() : found)
                .containsExactlyInAnyOrderElementsOf(posts.stream().map(this::idOf).toList());
    }

    @Test
    void aPostFromTheFutureHidesNoneOfThePresent() {
        List<Sample> posts = new ArrayList<>(Sample.some(3, 1, START.minusSeconds(900), 40));
        Sample future = new Sample(70, "Acme tomorrow", START.plus(Duration.ofDays(3)));
        List<Sample> all = new ArrayList<>(posts);
        all.add(future);
        holds(all);
        List<Pull.Page> pages = drain(Checkpoint.NONE);

        assertThat(ids(pages))
                .containsExactlyInAnyOrderElementsOf(posts.stream().map(this::idOf).toList());
        assertThat(pages.stream().flatMap(page -> page.rejected().stream()))
                .allMatch(rejected -> rejected.reason().contains("in the future"));

        Sample present = new Sample(71, "Acme today", START.plusSeconds(30));
        all.add(3, present);
        holds(all);
        later(Duration.ofMinutes(5));
        assertThat(ids(drain(last(pages).next()))).containsExactly(idOf(present));
    }
}
