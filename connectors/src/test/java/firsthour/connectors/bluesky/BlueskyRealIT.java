package firsthour.connectors.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.RealServer;
import firsthour.connectors.RealSource;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Searches and replies at the servers of Bluesky's development kit. Their search looks for the
/// very characters, quotation marks included, so all that is to be found names the brand in such.
///
/// What is written arrives at the server that searches a moment later.
class BlueskyRealIT {
    private static final AtomicInteger BRANDS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Outbound OUTBOUND = new Outbound(CLOCK, "127.0.0.1"::equals, Limits.USUAL);
    private static final BlueskyConnector CONNECTOR = new BlueskyConnector(OUTBOUND, CLOCK);

    private static RealServer server;
    private static RealAccount ann;
    private static RealAccount brandAccount;
    private static Settings settings;

    /// Each test has its own, because what the others wrote stays there.
    private final String brand = "Acme" + BRANDS.incrementAndGet();

    private final String named = "\"" + brand + "\"";
    private final Search search = new Search(List.of(brand));

    private RealSource source;

    @BeforeAll
    static void start() {
        server = RealServer.start("bluesky");
        ann = RealAccount.open(server, "ann");
        brandAccount = RealAccount.open(server, "acmeshop");
        settings = brandAccount.settings(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
        OUTBOUND.close();
    }

    @BeforeEach
    void open() {
        source = new RealSource(CONNECTOR, settings, search);
    }

    /// More than one page.
    @Test
    void bringsEachPostOnce() {
        Map<String, Instant> texts = new HashMap<>();
        for (int i = 0; i < 130; i++) {
            texts.put(named + " is late, order " + i, CLOCK.instant().minus(Duration.ofMinutes(i)));
        }
        List<PostRef> written = ann.write(texts);
        awaitFound(written.size());

        assertThat(source.drain())
                .extracting(Post::externalId)
                .containsExactlyInAnyOrderElementsOf(ids(written));
        assertThat(source.drain()).isEmpty();

        PostRef later = ann.write(named + " is late again");
        awaitFound(written.size() + 1);
        assertThat(source.drain()).extracting(Post::externalId).containsExactly(later.externalId());
    }

    @Test
    void aPostIsReadWithAllThatIsSaidOfIt() {
        PostRef written = ann.write(named + " lost my parcel & is sorry");
        awaitFound(1);

        assertThat(source.drain())
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.externalId()).isEqualTo(written.externalId());
                    assertThat(post.text()).isEqualTo(named + " lost my parcel & is sorry");
                    assertThat(post.author().orElseThrow().handle()).isEqualTo("ann.test");
                    assertThat(post.language()).contains("en");
                    assertThat(post.inReplyTo()).isEmpty();
                    assertThat(post.publishedAt())
                            .isCloseTo(CLOCK.instant(), within(1, ChronoUnit.MINUTES));
                });
    }

    @Test
    void aPostThatIsDatedBackIsFound() {
        ann.write(named + " is late");
        awaitFound(1);
        assertThat(source.drain()).hasSize(1);

        Instant earlier = CLOCK.instant().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
        PostRef dated = ann.write(named + " was late already", earlier);
        awaitFound(2);

        assertThat(source.drain())
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.externalId()).isEqualTo(dated.externalId());
                    assertThat(post.publishedAt()).isEqualTo(earlier);
                });
    }

    @Test
    void repliesOfAllAreFoundAndSayWhatTheyAnswer() {
        PostRef post = ann.write(named + " is late");
        PostRef own = brandAccount.reply(post, "We are sorry.");
        PostRef other = ann.reply(post, "Mine came in time.");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(replies(post).posts())
                                .extracting(Post::externalId)
                                .containsExactlyInAnyOrder(own.externalId(), other.externalId()));

        assertThat(replies(post).posts())
                .allMatch(reply -> reply.inReplyTo().orElseThrow().equals(post.externalId()))
                .extracting(reply -> reply.author().orElseThrow().handle())
                .containsExactlyInAnyOrder("acmeshop.test", "ann.test");
    }

    @Test
    void aReplyThatIsSentTwiceStandsThereOnce() {
        PostRef post = ann.write(named + " is late");
        awaitFound(1);
        int before = brandAccount.count();

        String sorry = "We are sorry: https://acme.example/returns";
        Sent first = reply(settings, post, sorry);
        Sent again = reply(settings, post, sorry);

        assertThat(first).isInstanceOf(Sent.Done.class).isEqualTo(again);
        assertThat(brandAccount.count()).isEqualTo(before + 1);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(replies(post).posts())
                                .singleElement()
                                .satisfies(found -> {
                                    assertThat(found.externalId())
                                            .isEqualTo(((Sent.Done) first).externalId());
                                    assertThat(found.text()).isEqualTo(sorry);
                                    assertThat(found.inReplyTo()).contains(post.externalId());
                                    assertThat(found.author().orElseThrow().handle())
                                            .isEqualTo("acmeshop.test");
                                }));
    }

    @Test
    void aReplyHasAGreatestLength() {
        PostRef post = ann.write(named + " is late");
        awaitFound(1);
        int most = CONNECTOR.limit().most();

        assertThat(refusal(reply(settings, post, "é".repeat(most + 1))))
                .isInstanceOf(Refusal.Denied.class);
        assertThat(reply(settings, post, "é".repeat(most))).isInstanceOf(Sent.Done.class);
    }

    @Test
    void aDeletionIsSeenByALook() {
        PostRef deleted = ann.write(named + " is late");
        PostRef kept = ann.write(named + " is on time");
        awaitFound(2);
        assertThat(recheck(deleted, kept).gone()).isEmpty();

        ann.delete(deleted);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(recheck(deleted, kept).gone())
                                .containsExactly(deleted.externalId()));
        assertThat(recheck(deleted, kept).posts())
                .extracting(Post::externalId)
                .containsExactly(kept.externalId());
        assertThat(replies(deleted).gone()).containsExactly(deleted.externalId());
        assertThat(refusal(reply(settings, deleted, "We are sorry.")))
                .isInstanceOf(Refusal.Gone.class);
    }

    /// The server says it with 400.
    @Test
    void aTokenThatIsNotTakenAnyMoreIsReplaced() {
        ann.write(named + " is late");
        awaitFound(1);
        try (WornTokens between = WornTokens.before(server.address())) {
            Settings through = brandAccount.settings(between.address());
            BlueskyConnector connector = new BlueskyConnector(OUTBOUND, CLOCK);
            assertThat(new RealSource(connector, through, search).drain()).hasSize(1);

            between.wear();

            assertThat(new RealSource(connector, through, search).drain()).hasSize(1);
            assertThat(between.refusals())
                    .singleElement()
                    .satisfies(
                            said -> assertThat(said).startsWith("400 ").contains("InvalidToken"));
            assertThat(between.signIns()).isEqualTo(2);
        }
    }

    @Test
    void aWrongAppPasswordIsNamed() {
        Settings wrong =
                new Settings(
                        Map.of(
                                "handle", "acmeshop.test",
                                "password", "aaaa-bbbb-cccc-dddd",
                                "endpoint", server.address()));

        assertThat(new RealSource(CONNECTOR, wrong, search).refusal())
                .isInstanceOf(Refusal.Unauthorised.class);
    }

    /// 30 sign-ins of an account in 5 minutes are taken. There is no Retry-After.
    @Test
    void tooManyRequestsSayUntilWhen() {
        Settings busy = RealAccount.open(server, "busy").settings(server.address());
        Instant begun = CLOCK.instant();
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            BlueskyConnector another = new BlueskyConnector(OUTBOUND, CLOCK);
            pulls.add(new RealSource(another, busy, search).pull());
        }

        assertThat(pulls.subList(0, 30)).hasOnlyElementsOfType(Pull.Page.class);
        assertThat(((Pull.Refused) pulls.getLast()).refusal())
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited ->
                                assertThat(limited.until().orElseThrow())
                                        .isBetween(begun.plusSeconds(240), begun.plusSeconds(360)));
    }

    /// Waits until the server that searches has as many posts of the brand.
    private void awaitFound(int posts) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(new RealSource(CONNECTOR, settings, search).drain())
                                .hasSize(posts));
    }

    private static Set<String> ids(List<PostRef> posts) {
        return Set.copyOf(posts.stream().map(PostRef::externalId).toList());
    }

    private static Sent reply(Settings settings, PostRef post, String text) {
        return CONNECTOR.reply(settings, new OutgoingReply("key-" + post.hashCode(), post, text));
    }

    private static Refusal refusal(Sent sent) {
        assertThat(sent).isInstanceOf(Sent.Refused.class);
        return ((Sent.Refused) sent).refusal();
    }

    private static Look.Seen replies(PostRef post) {
        return seen(CONNECTOR.replies(settings, post));
    }

    private static Look.Seen recheck(PostRef... posts) {
        return seen(CONNECTOR.recheck(settings, List.of(posts)));
    }

    private static Look.Seen seen(Look look) {
        assertThat(look).isInstanceOf(Look.Seen.class);
        return (Look.Seen) look;
    }
}
