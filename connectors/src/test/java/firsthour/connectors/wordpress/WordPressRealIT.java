package firsthour.connectors.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.RealSource;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.rss.RssConnector;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads the comments on a WordPress, by its interface and by its feed.
class WordPressRealIT {
    private static final AtomicInteger BRANDS = new AtomicInteger();

    private static RealSite site;

    /// Each test has its own, because what the others wrote stays there.
    private final String brand = "Acme" + BRANDS.incrementAndGet();

    private RealSource source;

    @BeforeAll
    static void start() {
        site = new RealSite();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void open() {
        source = site.source(site.settings(), brand);
    }

    /// More than one page, ten at a time in the same second.
    @Test
    void bringsEachCommentOnce() {
        Instant first = site.clock.instant().minus(Duration.ofDays(27));
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            Instant at = first.plus(Duration.ofDays(2L * (i / 10)));
            written.add(site.write(brand + " is late, order " + i, at).externalId());
        }
        site.write("No brand is named here, order " + brand.length());

        assertThat(source.drain())
                .extracting(Post::externalId)
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(source.drain()).isEmpty();

        PostRef later = site.write(brand + " is late again");
        assertThat(source.drain()).extracting(Post::externalId).containsExactly(later.externalId());
    }

    @Test
    void aCommentIsReadWithAllThatIsSaidOfIt() {
        PostRef comment =
                site.write(
                        brand + " lost <em>my</em> parcel & is sorry",
                        Map.of("author_url", "https://ann.example/"));

        assertThat(source.drain())
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.externalId()).isEqualTo(comment.externalId());
                    assertThat(post.text()).isEqualTo(brand + " lost my parcel & is sorry");
                    assertThat(post.author().orElseThrow().handle()).isEqualTo("Ann");
                    assertThat(post.author().orElseThrow().url().orElseThrow())
                            .hasToString("https://ann.example/");
                    assertThat(post.url().orElseThrow().toString())
                            .startsWith(site.address())
                            .endsWith("#comment-" + RealSite.number(comment));
                    assertThat(post.inReplyTo()).isEmpty();
                });
    }

    /// The site itself looks for the very characters.
    @Test
    void theWordsOfAPhraseAreFoundWhateverStandsBetweenThem() {
        RealSource airlines = site.source(site.settings(), brand + " Airlines");
        PostRef comment = site.write("Never again " + brand + "-airlines!");
        site.write("Airlines like " + brand + " are late");

        assertThat(airlines.drain())
                .extracting(Post::externalId)
                .containsExactly(comment.externalId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"})
    void theZoneOfTheSiteDoesNotMatter(String zone) {
        site.liveIn(zone);
        try {
            assertThat(source.drain()).isEmpty();
            PostRef comment = site.write(brand + " is late");

            assertThat(source.drain())
                    .singleElement()
                    .satisfies(post -> {
                        assertThat(post.externalId()).isEqualTo(comment.externalId());
                        assertThat(post.publishedAt())
                                .isCloseTo(site.clock.instant(), within(1, ChronoUnit.MINUTES));
                    });
            assertThat(source.drain()).isEmpty();
        } finally {
            site.liveIn("UTC");
        }
    }

    @Test
    void theFeedOfCommentsIsRead() {
        PostRef comment = site.write(brand + " is late");

        assertThat(feed().drain())
                .filteredOn(post -> post.text().contains(brand))
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.externalId()).endsWith("#comment-" + RealSite.number(comment));
                    assertThat(post.text()).isEqualTo(brand + " is late");
                    assertThat(post.author().orElseThrow().handle()).isEqualTo("Ann");
                });
    }

    @Test
    void aCommentThatIsFiledUnderAnEarlierTimeIsFoundAndMissesTheFeed() {
        site.write(brand + " is late");
        RealSource feed = feed();
        assertThat(feed.drain()).isNotEmpty();
        assertThat(source.drain()).hasSize(1);

        Instant earlier = site.clock.instant().minus(Duration.ofHours(30));
        PostRef comment = site.write(brand + " was late already", earlier);

        assertThat(feed.pull()).isInstanceOf(Pull.Unchanged.class);
        assertThat(source.drain())
                .extracting(Post::externalId)
                .containsExactly(comment.externalId());
    }

    @Test
    void anEditIsSeenByALookAndMissesTheFeed() {
        PostRef comment = site.write(brand + " is late");
        Instant latest = site.clock.instant().plus(Duration.ofSeconds(1));
        site.write(brand + " is on time", latest);
        RealSource feed = feed();
        assertThat(feed.drain()).extracting(Post::text).contains(brand + " is late");

        site.edit(comment, brand + " was late and has paid me back");

        assertThat(feed.pull()).isInstanceOf(Pull.Unchanged.class);
        Look.Seen seen = recheck(site.settings(), comment);
        assertThat(seen.gone()).isEmpty();
        assertThat(seen.posts())
                .extracting(Post::text)
                .containsExactly(brand + " was late and has paid me back");
    }

    @Test
    void aDeletionIsSeenByALookAndMissesTheFeed() {
        PostRef comment = site.write(brand + " is late");
        Instant latest = site.clock.instant().plus(Duration.ofSeconds(1));
        PostRef other = site.write(brand + " is on time", latest);
        RealSource feed = feed();
        assertThat(feed.drain()).extracting(Post::text).contains(brand + " is late");

        site.delete(comment);

        assertThat(feed.pull()).isInstanceOf(Pull.Unchanged.class);
        for (Settings reader : List.of(site.settings(), site.publicSettings())) {
            Look.Seen seen = recheck(reader, comment, other);
            assertThat(seen.gone()).containsExactly(comment.externalId());
            assertThat(seen.posts())
                    .extracting(Post::externalId)
                    .containsExactly(other.externalId());
        }
    }

    @Test
    void whatWaitsForApprovalIsSeenByTheUserAlone() {
        PostRef comment = site.write(brand + " is late", Map.of("status", "hold"));

        assertThat(site.source(site.publicSettings(), brand).drain()).isEmpty();
        assertThat(source.drain())
                .extracting(Post::externalId)
                .containsExactly(comment.externalId());
    }

    /// WordPress takes a reader with a wrong password for one of everybody, and answers.
    @Test
    void aWrongPasswordIsNamed() {
        site.write(brand + " is late");
        assertThat(
                        site.client("wrong")
                                .send("GET", "/?rest_route=/wp/v2/comments", "")
                                .statusCode())
                .isEqualTo(200);

        assertThat(site.source(site.settings("wrong"), brand).refusal())
                .isInstanceOf(Refusal.Unauthorised.class);
    }

    private static RealSource feed() {
        return new RealSource(
                new RssConnector(site.outbound, site.clock),
                new Settings(Map.of("url", site.address() + "/?feed=comments-rss2")),
                Search.NOTHING);
    }

    private static Look.Seen recheck(Settings settings, PostRef... comments) {
        Look look = site.connector.recheck(settings, List.of(comments));
        assertThat(look).isInstanceOf(Look.Seen.class);
        return (Look.Seen) look;
    }
}
