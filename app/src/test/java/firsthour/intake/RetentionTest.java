package firsthour.intake;

import static firsthour.intake.StubNetwork.page;
import static firsthour.intake.StubNetwork.post;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.scoring.Judging;
import firsthour.time.ControlledTime;
import firsthour.triage.Forgetting;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a post after it was stored. The pretended network lets posts be kept for thirty
/// days without having been seen again.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.network", value = "true")
class RetentionTest {
    private static final String LINK = "https://stub.example/p1";
    private static final String COMPLAINT =
            "Kestrel lost my parcel again, nobody answers, I want my money back!";
    private static final List<String> TABLES =
            List.of(
                    "event_pending",
                    "event_log",
                    "clock",
                    "found_reply",
                    "cases",
                    "score",
                    "mention",
                    "post_revision",
                    "post",
                    "source",
                    "own_account",
                    "tracked_query",
                    "triage_turn",
                    "brand");

    private final Retention retention;
    private final Revisits revisits;
    private final Intake intake;
    private final Judging judging;
    private final Triage triage;
    private final Forgetting forgetting;
    private final Sources sources;
    private final Brands brands;
    private final StubNetwork network;
    private final ControlledTime time;
    private final Rows rows;
    private Source source;
    private Source feed;

    RetentionTest(
            Retention retention,
            Revisits revisits,
            Intake intake,
            Judging judging,
            Triage triage,
            Forgetting forgetting,
            Sources sources,
            Brands brands,
            StubNetwork network,
            ControlledTime time,
            Rows rows) {
        this.retention = retention;
        this.revisits = revisits;
        this.intake = intake;
        this.judging = judging;
        this.triage = triage;
        this.forgetting = forgetting;
        this.sources = sources;
        this.brands = brands;
        this.network = network;
        this.time = time;
        this.rows = rows;
    }

    @BeforeEach
    void aComplaintHasCome() throws QueryError {
        TABLES.forEach(table -> rows.execute("DELETE FROM " + table));
        var kestrel = brands.add("Kestrel", "UTC", false);
        brands.addQuery(kestrel.id(), "kestrel");
        brands.addOwnAccount(kestrel.id(), "stub", "kestrelcares", false);
        source = sources.add("stub", "Stub", kestrel.id(), new Settings(Map.of()), false);
        feed =
                sources.add(
                        "rss",
                        "Feed",
                        null,
                        new Settings(Map.of("url", "https://stub.example/feed")),
                        false);
        network.answers(_ -> page(List.of(), "{}", false));
        store(source, complaint());
        judging.judgeWaiting();
        triage.sweep();
        assertThat(rows.column("SELECT author_handle FROM cases")).containsExactly("ann");
    }

    @Test
    void whatTheNetworkDoesNotShowForThirtyDaysIsNoLongerKept() {
        time.pass(Duration.ofDays(29));
        sweep();
        assertThat(rows.column("SELECT text FROM post")).containsExactly(COMPLAINT);

        time.pass(Duration.ofDays(2));
        sweep();

        assertThat(
                        rows.column(
                                """
                                SELECT CONCAT(text, COALESCE(url, ''), COALESCE(author_handle, ''))
                                FROM post
                                """))
                .containsExactly("");
        assertThat(rows.column("SELECT author_handle IS NULL FROM cases")).containsExactly("1");
        assertThat(rows.column("SELECT type FROM event_log WHERE type = 'PostExpired'")).hasSize(1);
    }

    @Test
    void whatIsSeenAgainMayBeKept() {
        time.pass(Duration.ofDays(29));
        network.shows(
                new Look.Seen(List.of(complaint()), Set.of(), Budget.UNSAID),
                new Look.Seen(List.of(), Set.of(), Budget.UNSAID));
        revisits.look(source);

        time.pass(Duration.ofDays(29));
        sweep();

        assertThat(rows.column("SELECT text FROM post")).containsExactly(COMPLAINT);
    }

    @Test
    void whatAnotherNetworkSaysStays() {
        rows.execute("UPDATE post SET network = 'rss'");
        time.pass(Duration.ofDays(400));
        sweep();

        assertThat(rows.column("SELECT text FROM post")).containsExactly(COMPLAINT);
    }

    @Test
    void asItWasWrittenAMentionIsKeptForThirtyDays() {
        store(source, complaint().writtenAs("<p>" + COMPLAINT));
        assertThat(markup()).isEmpty(); // nothing new

        store(source, written("p2", "Kestrel again").writtenAs("<b>Kestrel</b> again"));
        store(source, written("p3", "something else").writtenAs("<i>something</i> else"));
        store(source, written("p2", "Kestrel again and again").writtenAs("<b>Kestrel</b> again²"));
        assertThat(markup()).containsExactly("<b>Kestrel</b> again²");

        time.pass(Duration.ofDays(30).minusMinutes(1));
        sweep();
        assertThat(markup()).hasSize(1);
        time.pass(Duration.ofMinutes(2));
        sweep();
        assertThat(markup()).isEmpty();
    }

    @Test
    void whatIsDeletedIsNotKeptAsItWasWritten() {
        store(source, written("p1", "Kestrel, really?").writtenAs("<b>Kestrel</b>, really?"));
        assertThat(markup()).hasSize(1);

        delete();

        assertThat(markup()).isEmpty();
    }

    @Test
    void whatIsDeletedDoesNotComeBackThroughAnotherSource() {
        delete();

        store(feed, complaint());

        assertThat(rows.column("SELECT text FROM post")).containsExactly("");
    }

    @Test
    void aCaseBecomesMoreUrgentWhenItsPostSpreads() {
        var before = priority();
        store(source, complaint().reposted(9L));
        triage.sweep();
        assertThat(priority()).isEqualTo(before);
        assertThat(rows.column("SELECT reposts FROM post")).containsExactly("9");

        store(source, complaint().reposted(120L));
        triage.sweep();

        assertThat(priority()).isEqualTo(before + 12);
        assertThat(rows.column("SELECT type FROM event_log WHERE type = 'PriorityRaised'"))
                .hasSize(1);
        assertThat(rows.column("SELECT state FROM mention")).containsExactly("TRIAGED");
    }

    @Test
    void aPostThatSpreadsSlowlyIsWeighedAgainAsWell() {
        var before = priority();
        for (long reposts = 5; reposts <= 120; reposts += 5) {
            store(source, complaint().reposted(reposts));
            triage.sweep();
        }

        assertThat(priority()).isEqualTo(before + 12);
    }

    @Test
    void anEditWithoutMarkupLeavesNoneOfBefore() {
        store(source, written("p2", "Kestrel, you thieves").writtenAs("Kestrel, **you thieves**"));
        store(source, written("p2", "Kestrel, never mind"));

        assertThat(markup()).isEmpty();
    }

    @Test
    void whatIsNoLongerKeptMayComeThroughAnotherSource() {
        time.pass(Duration.ofDays(31));
        sweep();

        store(feed, complaint());

        assertThat(rows.column("SELECT text FROM post ORDER BY id")).containsExactly("", COMPLAINT);
    }

    @Test
    void whatIsDeletedInOnePlaceAndStandsInAnotherMayBeReadInAThird() {
        store(feed, written("ann", "other", "Kestrel, too", LINK));
        delete();
        rows.execute(
                "UPDATE post SET deleted_at = NULL, text = 'Kestrel, too' WHERE source_id = "
                        + feed.id());
        var third =
                sources.add(
                        "rss",
                        "Third",
                        null,
                        new Settings(Map.of("url", "https://third.example/feed")),
                        false);

        store(third, complaint());

        assertThat(rows.column("SELECT text FROM post WHERE source_id = " + third.id()))
                .containsExactly(COMPLAINT);
    }

    @Test
    void theBrandsOwnWordsAreLookedAtAgainWhereTheyMayNotBeKeptUnseen() {
        store(source, written("kestrelcares", "p2", "We are sorry.", LINK + "p2"));

        assertThat(rows.column("SELECT look_at IS NOT NULL FROM post WHERE external_id = 'p2'"))
                .containsExactly("1");
    }

    private void delete() {
        network.shows(
                new Look.Seen(List.of(), Set.of("p1"), Budget.UNSAID),
                new Look.Seen(List.of(), Set.of(), Budget.UNSAID));
        time.pass(Duration.ofMinutes(10));
        revisits.look(source);
    }

    private void sweep() {
        retention.sweepBatch();
        forgetting.sweepBatch();
    }

    private List<String> markup() {
        return rows.column("SELECT markup FROM post_markup");
    }

    private int priority() {
        return Integer.parseInt(rows.column("SELECT priority FROM cases").getFirst());
    }

    private void store(Source through, Post post) {
        intake.store(through, List.of(post), false, 0);
    }

    private Post complaint() {
        return written("p1", COMPLAINT);
    }

    private Post written(String id, String text) {
        return written("ann", id, text, id.equals("p1") ? LINK : LINK + id);
    }

    private Post written(String handle, String id, String text, String link) {
        var plain = post(id, time.now());
        return new Post(
                id,
                Optional.of(URI.create(link)),
                Optional.empty(),
                text,
                Optional.of(
                        new Post.Author(
                                handle, Optional.empty(), Optional.empty(), OptionalLong.empty())),
                Optional.of("en"),
                OptionalInt.empty(),
                Optional.empty(),
                plain.publishedAt(),
                Optional.empty());
    }
}
