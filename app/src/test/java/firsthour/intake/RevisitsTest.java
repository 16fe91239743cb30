package firsthour.intake;

import static firsthour.intake.StubNetwork.page;
import static firsthour.intake.StubNetwork.post;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.response.FoundReplyLinking;
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

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.network", value = "true")
class RevisitsTest {
    private static final Look NOTHING = seen(List.of());
    private static final List<String> TABLES =
            List.of(
                    "event_pending",
                    "event_log",
                    "clock",
                    "reply",
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

    private final Revisits revisits;
    private final Pulls pulls;
    private final Judging judging;
    private final Triage triage;
    private final Forgetting forgetting;
    private final FoundReplyLinking linking;
    private final Sources sources;
    private final Brands brands;
    private final StubNetwork network;
    private final ControlledTime time;
    private final Rows rows;
    private Source source;

    RevisitsTest(
            Revisits revisits,
            Pulls pulls,
            Judging judging,
            Triage triage,
            Forgetting forgetting,
            FoundReplyLinking linking,
            Sources sources,
            Brands brands,
            StubNetwork network,
            ControlledTime time,
            Rows rows) {
        this.revisits = revisits;
        this.pulls = pulls;
        this.judging = judging;
        this.triage = triage;
        this.forgetting = forgetting;
        this.linking = linking;
        this.network = network;
        this.time = time;
        this.rows = rows;
        this.sources = sources;
        this.brands = brands;
    }

    @BeforeEach
    void aComplaintHasCome() throws QueryError {
        TABLES.forEach(table -> rows.execute("DELETE FROM " + table));
        Brand kestrel = brands.add("Kestrel", "UTC", false);
        brands.addQuery(kestrel.id(), "kestrel");
        brands.addOwnAccount(kestrel.id(), "stub", "kestrelcares", false);
        source = sources.add("stub", "Stub", kestrel.id(), new Settings(Map.of()), false);
        network.answers(_ ->
                page(
                        List.of(
                                by(
                                        "p1",
                                        "ann",
                                        "Kestrel lost my parcel again, nobody answers, I"
                                                + " want my money back!",
                                        Optional.empty())),
                        "{}",
                        false));
        network.shows(NOTHING, NOTHING);
        pulls.hurry(source.id());
        pulls.pull(source.id());
        judging.judgeWaiting();
        triage.sweep();
        assertThat(rows.column("SELECT author_handle FROM cases")).containsExactly("ann");
    }

    @Test
    void aPostIsLookedAtAgainTenMinutesLaterAndThenAsItsAgeSays() {
        revisits.look(source);
        assertThat(network.lookedAt).isEmpty();

        time.pass(Duration.ofMinutes(10));
        revisits.look(source);
        assertThat(network.lookedAt).containsExactly("p1", "below p1");

        revisits.look(source);
        assertThat(network.lookedAt).hasSize(2);

        time.pass(Duration.ofMinutes(10));
        revisits.look(source);
        assertThat(network.lookedAt).hasSize(4);
    }

    @Test
    void whatBecomesACaseLaterIsLookedAtSoon() {
        rows.execute("UPDATE mention SET state = 'JUDGED', verdict = NULL, case_id = NULL");
        for (var table : List.of("event_pending", "event_log", "clock", "cases")) {
            rows.execute("DELETE FROM " + table);
        }
        rows.execute("UPDATE post SET look_at = '2099-01-01'");

        triage.sweep();
        lookLater();

        assertThat(network.lookedAt).containsExactly("p1", "below p1");
    }

    @Test
    void anEditIsKeptAsARevisionAndJudgedAgain() {
        network.shows(
                seen(List.of(by("p1", "ann", "Kestrel found it, thank you!", Optional.empty()))),
                NOTHING);

        lookLater();

        assertThat(rows.column("SELECT CONCAT(revision, ' ', text) FROM post"))
                .containsExactly("2 Kestrel found it, thank you!");
        assertThat(rows.column("SELECT text FROM post_revision"))
                .singleElement()
                .asString()
                .startsWith("Kestrel lost my parcel");
        assertThat(rows.column("SELECT state FROM mention")).containsExactly("NEW");
    }

    @Test
    void ofADeletedPostNothingStaysThatTellsOfItsAuthor() {
        network.shows(
                seen(List.of(by("p1", "ann", "Kestrel lost my parcel", Optional.empty()))),
                NOTHING);
        lookLater();
        network.shows(new Look.Seen(List.of(), Set.of("p1"), Budget.UNSAID), NOTHING);
        lookLater();
        forgetting.sweepBatch();

        assertThat(
                        rows.column(
                                """
                                SELECT CONCAT(text, COALESCE(title, ''), COALESCE(url, ''),
                                  COALESCE(author_handle, ''), COALESCE(author_name, ''),
                                  COALESCE(author_url, ''), COALESCE(followers, '')) FROM post
                                """))
                .containsExactly("");
        assertThat(rows.column("SELECT deleted_at IS NOT NULL FROM post")).containsExactly("1");
        assertThat(rows.column("SELECT text FROM post_revision")).isEmpty();
        assertThat(rows.column("SELECT author_handle IS NULL FROM cases")).containsExactly("1");
        assertThat(rows.column("SELECT type FROM event_log WHERE type = 'PostDeleted'")).hasSize(1);

        network.shows(NOTHING, NOTHING);
        lookLater();
        assertThat(network.lookedAt).isEmpty();
    }

    @Test
    void anAnswerThatTheBrandGaveOnTheNetworkStopsTheClockAtItsTime() {
        var answered = time.now();
        var reply =
                by(
                        "p2",
                        "KestrelCares",
                        "We are sorry. We will refund it, please send us your address.",
                        Optional.of("p1"));
        var stranger = by("p3", "bob", "Same here", Optional.of("p1"));
        network.shows(NOTHING, seen(List.of(reply, stranger)));

        lookLater();
        linking.sweep();

        assertThat(rows.column("SELECT external_id FROM post ORDER BY id"))
                .containsExactly("p1", "p2");
        assertThat(rows.column("SELECT UNIX_TIMESTAMP(answered_at) DIV 1 FROM cases"))
                .containsExactly(String.valueOf(answered.getEpochSecond()));
    }

    @Test
    void anAnswerToWhatTheCustomerWroteBelowCountsAndOneToSomebodyElseDoesNot() {
        var follow = by("p2", "ann", "And it was a present!", Optional.of("p1"));
        var answer = by("p3", "kestrelcares", "We will send a new one today.", Optional.of("p2"));
        var bob = by("p4", "bob", "Where is mine?", Optional.of("p1"));
        var other = by("p5", "kestrelcares", "We will look for yours.", Optional.of("p4"));
        network.shows(NOTHING, seen(List.of(follow, answer, bob, other)));

        lookLater();

        assertThat(rows.column("SELECT external_id FROM post ORDER BY id"))
                .containsExactly("p1", "p3");
        assertThat(rows.column("SELECT in_reply_to FROM post WHERE external_id = 'p3'"))
                .containsExactly("p1");
    }

    @Test
    void aRefusalLeavesTheSourceAloneAndThePostAsItIs() {
        network.shows(
                new Look.Refused(
                        new Refusal.RateLimited(
                                Optional.of(time.now().plus(Duration.ofHours(1))), "busy"),
                        Budget.UNSAID),
                NOTHING);
        lookLater();
        time.pass(Duration.ofMinutes(30));
        revisits.look(source);
        assertThat(network.lookedAt).containsExactly("p1");

        time.pass(Duration.ofMinutes(30));
        revisits.look(source);
        assertThat(network.lookedAt).containsExactly("p1", "p1");
        assertThat(rows.column("SELECT deleted_at IS NULL FROM post")).containsExactly("1");
    }

    @Test
    void whatIsWrongWithOnePostHoldsUpNoOther() {
        network.shows(
                NOTHING,
                new Look.Refused(new Refusal.SourceChanged("another shape"), Budget.UNSAID));
        lookLater();

        assertThat(
                        rows.column(
                                "SELECT TIMESTAMPDIFF(MINUTE, '%s', look_at) FROM post"
                                        .formatted(
                                                time.now()
                                                        .toString()
                                                        .replaceAll("[TZ]", " ")
                                                        .strip())))
                .containsExactly("10");
    }

    private void lookLater() {
        time.pass(Duration.ofMinutes(10));
        revisits.look(source);
    }

    private Post by(String id, String handle, String text, Optional<String> inReplyTo) {
        var plain = post(id, time.now());
        return new Post(
                plain.externalId(),
                Optional.of(URI.create("https://stub.example/@" + handle + "/" + id)),
                plain.title(),
                text,
                Optional.of(
                        new Post.Author(
                                handle,
                                Optional.of("Name of " + handle),
                                Optional.of(URI.create("https://stub.example/@" + handle)),
                                OptionalLong.of(12))),
                Optional.of("en"),
                OptionalInt.empty(),
                inReplyTo,
                plain.publishedAt(),
                Optional.empty());
    }

    private static Look seen(List<Post> posts) {
        return new Look.Seen(posts, Set.of(), Budget.UNSAID);
    }
}
