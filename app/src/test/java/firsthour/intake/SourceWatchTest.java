package firsthour.intake;

import static firsthour.intake.StubNetwork.page;
import static firsthour.intake.StubNetwork.post;
import static firsthour.intake.StubNetwork.refused;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.brand.Sources;
import firsthour.connectors.Post;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.network", value = "true")
class SourceWatchTest {
    private final SourceWatch watch;
    private final Pulls pulls;
    private final SourceHealth health;
    private final Sources sources;
    private final Brands brands;
    private final StubNetwork network;
    private final ControlledTime time;
    private final Rows rows;
    private long source;

    SourceWatchTest(
            SourceWatch watch,
            Pulls pulls,
            SourceHealth health,
            Sources sources,
            Brands brands,
            StubNetwork network,
            ControlledTime time,
            Rows rows) {
        this.watch = watch;
        this.pulls = pulls;
        this.health = health;
        this.sources = sources;
        this.brands = brands;
        this.network = network;
        this.time = time;
        this.rows = rows;
    }

    @BeforeEach
    void addASource() throws QueryError {
        for (var table :
                List.of(
                        "event_pending",
                        "event_log",
                        "mention",
                        "post",
                        "source_checkpoint",
                        "source_count",
                        "source_state",
                        "source",
                        "tracked_query")) {
            rows.execute("DELETE FROM " + table);
        }
        Brand kestrel =
                brands.findByName("Kestrel")
                        .orElseGet(() -> brands.add("Kestrel", "Europe/Berlin", false));
        brands.addQuery(kestrel.id(), "kestrel");
        source = sources.add("stub", "Stub", kestrel.id(), new Settings(Map.of()), false).id();
        pulls.hurry(source);
    }

    @Test
    void aWithdrawnKeyIsToldOnceAndSoIsItsReturn() {
        network.answers(_ -> refused(new Refusal.Unauthorised("The key was withdrawn")));
        pullLater();
        watch.sweep();
        assertThat(events()).isEmpty();

        pullLater();
        watch.sweep();
        watch.sweep();
        assertThat(events()).containsExactly("SourceStopped");

        network.answers(_ -> page(List.of(), "{}", false));
        pullLater();
        watch.sweep();
        assertThat(events()).containsExactly("SourceStopped", "SourceCameBack");
    }

    @Test
    void whatPassesByItselfIsToldWhenItDoesNotPass() {
        network.answers(_ -> refused(new Refusal.Transient("503")));
        pullLater();
        pullLater();
        watch.sweep();
        assertThat(events()).isEmpty();

        time.pass(SourceWatch.PATIENCE);
        watch.sweep();
        assertThat(events()).containsExactly("SourceStopped");
    }

    @Test
    void aSourceThatIsGoneIsToldThoughItWasSwitchedOff() {
        network.answers(_ -> refused(new Refusal.Gone("410")));
        pullLater();
        watch.sweep();

        assertThat(sources.get(source).enabled()).isFalse();
        assertThat(events()).containsExactly("SourceStopped");
    }

    @Test
    void aSilenceThatIsUnusualIsToldAndShown() {
        var posts = new ArrayList<Post>();
        for (int i = 0; i < 60; i++) {
            posts.add(post("p" + i, time.now().minus(Duration.ofHours(4L * i))));
        }
        network.answers(_ -> page(posts, "{}", false));
        pullLater();
        watch.sweep();
        assertThat(events()).isEmpty();

        time.pass(Duration.ofHours(13));
        network.answers(_ -> page(List.of(), "{}", false));
        pullLater();
        watch.sweep();
        assertThat(events()).containsExactly("SourceWentQuiet");
        assertThat(health.list().getFirst().quiet()).isTrue();

        time.pass(Duration.ofDays(40));
        watch.sweep();
        assertThat(events()).containsExactly("SourceWentQuiet");

        network.answers(_ -> page(List.of(post("new", time.now())), "{}", false));
        pullLater();
        watch.sweep();
        assertThat(events()).containsExactly("SourceWentQuiet", "SourceCameBack");
    }

    @Test
    void howSoonPostsAreSeenIsMeasuredFromThoseThatCameSinceTheSourceWasAdded() {
        network.answers(
                _ -> page(List.of(post("old", time.now().minusSeconds(7200))), "{}", false));
        pullLater();
        assertThat(health.list().getFirst().pace()).isEmpty();

        time.pass(Duration.ofMinutes(30));
        network.answers(_ ->
                page(List.of(post("new", time.now().minus(Duration.ofMinutes(7)))), "{}", false));
        pulls.hurry(source);
        pulls.pull(source);
        assertThat(health.list().getFirst().pace().orElseThrow().lag())
                .isEqualTo(Duration.ofMinutes(7));
    }

    private void pullLater() {
        pulls.hurry(source);
        pulls.pull(source);
        time.pass(Duration.ofMinutes(1));
    }

    private List<String> events() {
        return rows.column("SELECT type FROM event_log ORDER BY id");
    }
}
