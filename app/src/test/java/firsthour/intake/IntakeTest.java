package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.brand.Rejected;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.Post;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.time.Clock;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class IntakeTest {
    private final Intake intake;
    private final Pulls pulls;
    private final SourceHealth health;
    private final Sources sources;
    private final Clock clock;
    private final Rows rows;

    private final Source file;
    private final Source reviews;
    private final Instant wrote;

    IntakeTest(
            Intake intake,
            Pulls pulls,
            SourceHealth health,
            Brands brands,
            Sources sources,
            Clock clock,
            Rows rows)
            throws QueryError {
        this.intake = intake;
        this.pulls = pulls;
        this.health = health;
        this.sources = sources;
        this.clock = clock;
        this.rows = rows;
        Brand kestrel =
                brands.findByName("Kestrel").orElseGet(() -> brands.add("Kestrel", "UTC", false));
        if (brands.listQueries(kestrel.id()).isEmpty()) {
            brands.addQuery(kestrel.id(), "kestrel -bird");
            brands.addOwnAccount(kestrel.id(), "file", "@KestrelCares", false);
        }
        file = sources.fileSource("first");
        reviews =
                sources.findByName("Kestrel on Steam")
                        .orElseGet(() ->
                                sources.add(
                                        "steam",
                                        "Kestrel on Steam",
                                        kestrel.id(),
                                        new Settings(Map.of("app", "440")),
                                        false));
        wrote = clock.instant();
    }

    @BeforeEach
    void empty() {
        rows.execute("DELETE FROM found_reply");
        rows.execute("DELETE FROM mention");
        rows.execute("DELETE FROM post_revision");
        rows.execute("DELETE FROM post");
    }

    @Test
    void storesEachPostOnceAndMentionsTheBrandsThatItNames() {
        var batch = List.of(post("1", "kestrel was late"), post("2", "a kestrel is a bird"));

        assertThat(store(batch)).isEqualTo(new Tally(2, 0, 0, 1, 1, 0, 0));
        assertThat(store(batch)).isEqualTo(new Tally(0, 2, 0, 0, 0, 0, 0));

        assertThat(
                        rows.column(
                                "SELECT p.external_id FROM mention m JOIN post p ON p.id = m.post_id"))
                .containsExactly("1");
    }

    @Test
    void tellsTheNewestPostOfAnImportAndNeverPullsIt() {
        rows.execute("DELETE FROM source_state");
        var newest = clock.instant().minus(Duration.ofHours(1));
        store(
                List.of(
                        published(newest, post("newest", "kestrel")),
                        published(newest.minus(Duration.ofDays(1)), post("older", "kestrel"))));

        pulls.hurry(file.id());

        var shown = health.list().stream().filter(source -> source.id() == file.id()).findFirst();
        assertThat(shown.orElseThrow().lastPost()).contains(newest);
        assertThat(shown.orElseThrow().nextPull()).isEmpty();
    }

    @Test
    void countsAnIdThatRepeatsWithinABatch() {
        var tally = store(List.of(post("1", "kestrel"), post("1", "kestrel")));
        assertThat(tally).isEqualTo(new Tally(1, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void keepsIdsApartThatDifferInCaseOnly() {
        assertThat(store(List.of(post("a", "kestrel"), post("A", "kestrel"))).accepted())
                .isEqualTo(2);
    }

    @Test
    void keepsTheFormerWordsOfAnEditAndHasItJudgedAgain() {
        store(List.of(post("1", "kestrel is great")));
        rows.execute("UPDATE mention SET state = 'TRIAGED'");

        var tally = store(List.of(post("1", "kestrel is awful")));

        assertThat(tally).isEqualTo(new Tally(0, 0, 1, 1, 0, 0, 0));
        assertThat(rows.column("SELECT text FROM post")).containsExactly("kestrel is awful");
        assertThat(rows.column("SELECT text FROM post_revision"))
                .containsExactly("kestrel is great");
        assertThat(rows.column("SELECT state FROM mention")).containsExactly("NEW");
    }

    @Test
    void keepsWhatIsStoredWhenAFileGivesItsIdToSomebodyElsesWords() {
        var mine = by("ann", post("7", "kestrel burnt my beans"));
        store(List.of(mine));
        var his = by("ben", post("7", "kestrel is great"));
        var later = by("ann", published(wrote.plusSeconds(1), post("7", "kestrel again")));

        var stored = intake.store(file, List.of(his, later), false, 0);

        assertThat(stored.tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 0, 2));
        assertThat(stored.strangers()).containsExactlyInAnyOrder(his, later);
        assertThat(rows.column("SELECT text FROM post")).containsExactly("kestrel burnt my beans");
    }

    @Test
    void keepsTheFirstOfTwoPostsToWhichAFileGivesOneId() {
        var mine = by("ann", post("7", "kestrel burnt my beans"));
        var his = by("ben", post("7", "kestrel is great"));

        var stored = intake.store(file, List.of(mine, his, mine), false, 0);

        assertThat(stored.tally()).isEqualTo(new Tally(1, 1, 0, 1, 0, 0, 1));
        assertThat(stored.strangers()).containsExactly(his);
        assertThat(rows.column("SELECT author_handle FROM post")).containsExactly("ann");
    }

    @Test
    void takesAnAuthorWhoChangedTheNameOfANetworksPostForTheSame() {
        var network = new Source(file.id(), "rss", "a feed", null, "{}", false, true, wrote, 0);
        intake.store(network, List.of(by("ann", post("7", "kestrel"))), false, 0);

        var tally =
                intake.store(network, List.of(by("ann2", post("7", "kestrel, edited"))), false, 0)
                        .tally();

        assertThat(tally.revised()).isEqualTo(1);
    }

    @Test
    void doesNotBringBackWhatItsAuthorDeleted() {
        store(List.of(post("1", "kestrel is awful")));
        rows.execute("UPDATE post SET text = '', deleted_at = UTC_TIMESTAMP(6)");

        assertThat(store(List.of(post("1", "kestrel is awful"))).duplicate()).isEqualTo(1);
        assertThat(rows.column("SELECT text FROM post")).containsExactly("");
    }

    @Test
    void takesTheBrandsOwnWordsAsAReplyAndNotAsAMention() {
        var tally = store(List.of(by("kestrelcares", post("1", "kestrel says sorry"))));

        assertThat(tally).isEqualTo(new Tally(1, 0, 0, 0, 0, 1, 0));
        assertThat(rows.column("SELECT COUNT(*) FROM found_reply")).containsExactly("1");
    }

    @Test
    void tiesACopyThatCameThroughAnotherSourceByItsLink() {
        store(List.of(post("1", "kestrel")));
        var second = sources.fileSource("second");

        var copy =
                at(URI.create("http://www.posts.example/1/#comments"), post("other-id", "kestrel"));
        var tally = intake.store(second, List.of(copy), false, 0).tally();

        assertThat(tally).isEqualTo(new Tally(0, 1, 0, 0, 0, 0, 0));
        assertThat(rows.column("SELECT COUNT(*) FROM mention")).containsExactly("1");
    }

    @Test
    void takesACommentForAPostOfItsOwnAlthoughItSharesThePagesAddress() {
        store(List.of(post("1", "kestrel")));
        var comments =
                List.of(
                        at(URI.create("https://posts.example/1#comment-12"), post("a", "kestrel")),
                        at(URI.create("https://posts.example/1#comment-13"), post("b", "kestrel")),
                        at(
                                URI.create("https://posts.example/1#:~:text=kestrel"),
                                post("c", "kestrel")));

        var tally = intake.store(sources.fileSource("second"), comments, false, 0).tally();

        assertThat(tally).isEqualTo(new Tally(2, 1, 0, 2, 0, 0, 0));
    }

    @Test
    void mentionsABrandThatOnlyTheCopyNames() {
        store(List.of(post("1", "A coffee shop disappoints …")));
        var copy = post("1", "A coffee shop disappoints: it was Kestrel.");

        var tally = intake.store(sources.fileSource("second"), List.of(copy), false, 0).tally();
        var again = intake.store(sources.fileSource("third"), List.of(copy), false, 0).tally();
        var revised = store(List.of(post("1", "It was Kestrel.")));

        assertThat(tally).isEqualTo(new Tally(0, 1, 0, 1, 0, 0, 0));
        assertThat(again).isEqualTo(new Tally(0, 1, 0, 0, 0, 0, 0));
        assertThat(revised).isEqualTo(new Tally(0, 0, 1, 0, 0, 0, 0));
        assertThat(rows.column("SELECT p.text FROM mention m JOIN post p ON p.id = m.post_id"))
                .containsExactly(copy.text());
    }

    @Test
    void takesNeitherACopyNorAnEditOfTheBrandsOwnWordsForAMention() {
        store(List.of(by("kestrelcares", post("1", "kestrel says sorry"))));

        intake.store(
                sources.fileSource("second"),
                List.of(by("kestrelcares", post("1", "kestrel says sorry"))),
                false,
                0);
        intake.store(
                sources.fileSource("third"), List.of(post("1", "kestrel says sorry")), false, 0);
        var tally = store(List.of(by("kestrelcares", post("1", "kestrel says so sorry"))));

        assertThat(tally).isEqualTo(new Tally(0, 0, 1, 0, 0, 0, 0));
        assertThat(rows.column("SELECT id FROM mention")).isEmpty();
        assertThat(rows.column("SELECT COUNT(*) FROM found_reply")).containsExactly("1");
    }

    @Test
    void keepsInstantsInUtcWhateverTheZoneOfTheMachine() {
        var day = Instant.parse("2026-11-16T12:20:00.123456Z");
        store(List.of(published(day, post("1", "kestrel"))));

        assertThat(rows.column("SELECT CAST(published_at AS CHAR) FROM post"))
                .containsExactly("2026-11-16 12:20:00.123456");
        assertThat(rows.column("SELECT CAST(published_at AS CHAR) FROM mention"))
                .containsExactly("2026-11-16 12:20:00.123456");
        assertThat(
                        rows.column(
                                "SELECT TIMESTAMPDIFF(MINUTE, detected_at, UTC_TIMESTAMP) FROM post"))
                .containsExactly("0");
    }

    @Test
    void callsAPostHistoryThatIsOlderThanTwoDaysUnlessTheImportIsLive() {
        var now = clock.instant();
        store(
                List.of(
                        published(now.minus(Duration.ofHours(47)), post("young", "kestrel")),
                        published(now.minus(Duration.ofHours(49)), post("old", "kestrel"))));
        intake.store(
                file,
                List.of(published(now.minus(Duration.ofHours(49)), post("live", "kestrel"))),
                true,
                0);

        assertThat(rows.column("SELECT external_id FROM post WHERE history"))
                .containsExactly("old");
    }

    @Test
    void countsWhatWasRejectedForTheSourcesPage() {
        rows.execute("DELETE FROM source_count");
        intake.store(file, List.of(post("1", "kestrel")), false, 3);

        assertThat(rows.column("SELECT CONCAT(accepted, '/', rejected) FROM source_count"))
                .containsExactly("1/3");
    }

    @Test
    void aReviewIsAboutTheSourcesBrandWithoutNamingItAndTheResponseIsItsOwn() {
        var review = post("r1", "crashes every ten minutes");
        var response =
                new Post(
                                "r1/response",
                                review.url(),
                                Optional.empty(),
                                "Sorry, we mended it today",
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.of("r1"),
                                wrote.plusSeconds(60),
                                Optional.empty())
                        .byTheBrand();

        var tally = intake.store(reviews, List.of(review, response), false, 0).tally();

        assertThat(tally).isEqualTo(new Tally(2, 0, 0, 1, 0, 1, 0));
        assertThat(
                        rows.column(
                                "SELECT p.external_id FROM mention m JOIN post p ON p.id = m.post_id"))
                .containsExactly("r1");
        assertThat(
                        rows.column(
                                "SELECT p.external_id FROM found_reply f JOIN post p ON p.id = f.post_id"))
                .containsExactly("r1/response");
    }

    @Test
    void reviewsNeedABrand() {
        assertThatThrownBy(() ->
                        sources.add(
                                "steam",
                                "Nobody's",
                                null,
                                new Settings(Map.of("app", "440")),
                                false))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.field()).isEqualTo("brand"));
    }

    @Test
    void storesEveryPostOnceWhenTwoImportTheSameAtOnce() throws Exception {
        var batch =
                java.util.stream.IntStream.range(0, 400)
                        .mapToObj(i -> post("p" + i, "kestrel " + i))
                        .toList();
        Callable<Tally> run = () -> store(batch);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var total = Tally.NOTHING;
            for (var result : threads.invokeAll(List.of(run, run, run, run))) {
                total = total.plus(result.get());
            }
            assertThat(total).isEqualTo(new Tally(400, 1200, 0, 400, 0, 0, 0));
        }
        assertThat(rows.column("SELECT COUNT(*) FROM mention")).containsExactly("400");
    }

    private Tally store(List<Post> batch) {
        return intake.store(file, batch, false, 0).tally();
    }

    private Post post(String id, String text) {
        return new Post(
                id,
                Optional.of(URI.create("https://posts.example/" + id)),
                Optional.empty(),
                text,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                wrote,
                Optional.empty());
    }

    private static Post by(String handle, Post p) {
        var author =
                new Post.Author(handle, Optional.empty(), Optional.empty(), OptionalLong.empty());
        return new Post(
                p.externalId(),
                p.url(),
                p.title(),
                p.text(),
                Optional.of(author),
                p.language(),
                p.rating(),
                p.inReplyTo(),
                p.publishedAt(),
                p.editedAt());
    }

    private static Post at(URI url, Post p) {
        return new Post(
                p.externalId(),
                Optional.of(url),
                p.title(),
                p.text(),
                p.author(),
                p.language(),
                p.rating(),
                p.inReplyTo(),
                p.publishedAt(),
                p.editedAt());
    }

    private static Post published(Instant when, Post p) {
        return new Post(
                p.externalId(),
                p.url(),
                p.title(),
                p.text(),
                p.author(),
                p.language(),
                p.rating(),
                p.inReplyTo(),
                when,
                p.editedAt());
    }
}
