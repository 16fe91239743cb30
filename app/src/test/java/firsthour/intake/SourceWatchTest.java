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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private final Inbound inbound;
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
            Inbound inbound,
            Sources sources,
            Brands brands,
            StubNetwork network,
            ControlledTime time,
            Rows rows) {
        this.watch = watch;
        this.pulls = pulls;
        this.health = health;
        this.inbound = inbound;
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
                        "taken_request",
                        "webhook_secret",
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
    void aPermissionThatEndsHidesNoSilence() {
        var posts = new ArrayList<Post>();
        for (int i = 0; i < 60; i++) {
            posts.add(post("p" + i, time.now().minus(Duration.ofHours(4L * i))));
        }
        network.answers(_ -> page(posts, "{}", false));
        pullLater();
        pulls.permitted(source, time.now().plus(Duration.ofDays(1)));
        watch.sweep();
        assertThat(events()).containsExactly("SourceAccessRanShort");

        time.pass(Duration.ofHours(13));
        watch.sweep();
        watch.sweep();
        assertThat(events()).containsExactly("SourceAccessRanShort", "SourceWentQuiet");
        assertThat(health.list().getFirst().quiet()).isTrue();
        assertThat(health.list().getFirst().ending()).isPresent();
    }

    @Test
    void oneSourceThatCannotBeJudgedKeepsNoOtherFromIt() {
        var broken = source;
        source =
                sources.add(
                                "stub",
                                "Another",
                                brands.findByName("Kestrel").orElseThrow().id(),
                                new Settings(Map.of()),
                                false)
                        .id();
        network.answers(_ -> refused(new Refusal.Gone("410")));
        pullLater();
        rows.execute(
                """
                INSERT INTO source_state (source_id, refusal_kind, refused_at) VALUES (%d, 'ODD', NOW(6))
                ON DUPLICATE KEY UPDATE refusal_kind = 'ODD', refused_at = NOW(6)
                """
                        .formatted(broken));
        rows.execute(
                """
                INSERT INTO refusal (source_id, day, kind, refusals, last_at, detail, answer)
                VALUES (%d, '2001-01-01', 'GONE', 1, '2001-01-01', 'x', '')
                """
                        .formatted(source));

        watch.sweep();

        assertThat(events()).containsExactly("SourceStopped");
        assertThat(rows.column("SELECT 1 FROM refusal WHERE day < '2002-01-01'")).isEmpty();
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
        assertThat(health.list().getFirst().pace().orElseThrow().lag().orElseThrow())
                .isEqualTo(new SourceHealth.Lag(Duration.ofMinutes(7), Duration.ofMinutes(7)));

        var late = post("late", time.now().plusSeconds(1));
        time.pass(Duration.ofDays(3));
        network.answers(_ -> page(List.of(late), "{}", false));
        pullLater();
        assertThat(health.list().getFirst().pace().orElseThrow().lag().orElseThrow().nineOfTen())
                .as("what was old when it came is left out")
                .isEqualTo(Duration.ofMinutes(7));

        time.pass(Duration.ofDays(5));
        assertThat(health.list().getFirst().pace()).isEmpty();
    }

    @Test
    void aDayIsTheSameWhereverThisMachineStands() {
        network.answers(_ -> page(List.of(post("today", time.now())), "{}", false));
        pullLater();

        assertThat(health.list().getFirst().week()).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(rows.column("SELECT day FROM source_count"))
                .containsExactly(LocalDate.ofInstant(time.now(), ZoneOffset.UTC).toString());
    }

    @Test
    void whatIsRefusedIsCountedByKindAndForgottenAfterSevenDays() {
        network.answers(asked ->
                refused(
                        asked == 1
                                ? new Refusal.Transient("503")
                                : new Refusal.SourceChanged("Shape " + asked, "begins " + asked)));
        pullLater();
        pullLater();
        var latest = time.now();
        pullLater();

        assertThat(health.listRefused(source))
                .containsExactly(
                        new SourceHealth.Refused(
                                Trouble.SOURCE_CHANGED, 2, latest, "Shape 2", "begins 2"),
                        new SourceHealth.Refused(
                                Trouble.TRANSIENT,
                                1,
                                latest.minus(Duration.ofMinutes(1)),
                                "503",
                                ""));

        time.pass(Duration.ofDays(6));
        watch.sweep();
        assertThat(health.listRefused(source)).hasSize(2);
        time.pass(Duration.ofDays(1));
        watch.sweep();
        assertThat(rows.column("SELECT COUNT(*) FROM refusal")).containsExactly("0");
    }

    @Test
    void aWebhookThatFallsSilentIsToldLikeAnyOther() {
        var hook = sources.add("webhook", "Desk", null, new Settings(Map.of()), false);
        sources.setEnabled(source, false);
        var posts = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            posts.add(
                    "{\"id\":\"%d\",\"text\":\"x\",\"publishedAt\":\"%s\"}"
                            .formatted(i, time.now().minus(Duration.ofHours(4L * i))));
        }
        var body = "{\"posts\":[" + String.join(",", posts) + "]}";
        inbound.take(hook, "a".repeat(64), body.getBytes(StandardCharsets.UTF_8));
        watch.sweep();
        assertThat(events()).isEmpty();

        time.pass(Duration.ofHours(13));
        watch.sweep();
        assertThat(events()).containsExactly("SourceWentQuiet");
        assertThat(health.find(hook.id()).orElseThrow().quiet()).isTrue();
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
