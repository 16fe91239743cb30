package firsthour.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two authors who are one person.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class SamePersonsTest {
    private final SamePersons persons;
    private final Signs signs;
    private final Desk desk;
    private final Stage stage;
    private final ControlledTime time;
    private long id;
    private long praise;

    SamePersonsTest(SamePersons persons, Signs signs, Desk desk, Stage stage, ControlledTime time) {
        this.persons = persons;
        this.signs = signs;
        this.desk = desk;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annWhoIsAnotherElsewhere() {
        stage.reset();
        id = stage.complaint("ann");
        time.pass(Duration.ofHours(1));
        desk.answer(id);
        time.pass(Duration.ofHours(1));
        praise = desk.kind(desk.post("Ann_B").network("hackernews"));
        desk.sweep();
    }

    @Test
    void whatTheOtherPraisedIsASignWhileTheyAreOne() {
        assertThat(signs.findByCase(id)).isEmpty();
        var events = stage.one("SELECT COUNT(*) FROM event_log");
        assertThat(link("@Ann_B")).isEqualTo(new Attempt.Done());
        desk.sweep();
        assertThat(signs.findByCase(id))
                .extracting(Sign::kind, Sign::mentionId, Sign::network)
                .containsExactly(tuple(SignKind.PRAISE, praise, "hackernews"));
        var other = persons.findByCase(id).getFirst();
        assertThat(other)
                .extracting(SamePerson::handle, SamePerson::network, SamePerson::linkedBy)
                .containsExactly("Ann_B", "hackernews", "Anna");

        assertThat(persons.unlink(id, other.id(), Stage.ANNA)).isEqualTo(new Attempt.Done());
        desk.sweep();
        assertThat(signs.findByCase(id)).isEmpty();
        assertThat(persons.findByCase(id)).isEmpty();
        assertThat(stage.column("SELECT type FROM event_log ORDER BY id LIMIT 99 OFFSET " + events))
                .containsExactly(
                        "AuthorsLinked", "CustomerWonBack", "AuthorsUnlinked", "WonBackWithdrawn");
    }

    @Test
    void bothTheirCasesAreLookedAtAndNothingIsDecidedAnew() {
        var elsewhere = desk.post("Ann_B").network("hackernews").inReplyTo("none").mention();
        stage.score(elsewhere, "NEGATIVE", .9, .05, null);
        stage.triage();
        var other = stage.caseOf(elsewhere);
        desk.answer(other);
        desk.resolve(id);
        time.pass(Duration.ofDays(1));
        var here = desk.kind(desk.post("ann"));
        desk.sweep();
        stage.execute("UPDATE mention SET reason = 'as it was'");

        link("Ann_B");
        desk.sweep();
        assertThat(signs.findByCase(other)).extracting(Sign::mentionId).containsExactly(here);
        persons.unlink(id, persons.findByCase(id).getFirst().id(), Stage.ANNA);
        desk.sweep();
        stage.triage();
        assertThat(signs.findByCase(other)).isEmpty();
        assertThat(stage.column("SELECT DISTINCT CONCAT(state, ' ', reason) FROM mention"))
                .containsExactly("TRIAGED as it was");
    }

    @Test
    void whatComesLaterIsASignAsWellAlsoWhereTheLinkWasMadeFromTheOther() {
        link("Ann_B");
        desk.sweep();
        time.pass(Duration.ofDays(1));
        var later = desk.kind(desk.post("Ann_B").network("hackernews"));
        desk.sweep();
        assertThat(signs.findByCase(id)).extracting(Sign::mentionId).contains(later);
    }

    @Test
    void ofACaseThatWasMergedTheOneIsLookedAtOfWhichItBecameAPart() {
        var survivor = stage.complaint("sue");
        desk.answer(survivor);
        stage.execute(
                "UPDATE cases SET state = 'MERGED', merged_into_id = %d WHERE id = %d"
                        .formatted(survivor, id));
        time.pass(Duration.ofHours(1));
        var later = desk.kind(desk.post("Ann_B").network("hackernews"));
        var elsewhere = desk.post("Ann_B").network("hackernews").inReplyTo("none").mention();
        stage.score(elsewhere, "NEGATIVE", .9, .05, null);
        stage.triage();
        desk.sweep();
        assertThat(signs.findByCase(survivor)).isEmpty();

        assertThat(persons.link(stage.caseOf(elsewhere), Stage.ANNA, "mastodon", "ann"))
                .isEqualTo(new Attempt.Done());
        desk.sweep();
        assertThat(signs.findByCase(survivor)).extracting(Sign::mentionId).containsExactly(later);
    }

    @Test
    void nobodyIsLinkedTwiceToThemselvesToANameOrToAStranger() {
        assertThat(invalid("hackernews", "nobody")).startsWith("Nobody of that name");
        assertThat(invalid("mastodon", "@ann")).startsWith("That is the customer");
        assertThat(invalid("file", "Ann B.")).startsWith("There a name may be several");
        assertThat(invalid("hackernews", " ")).startsWith("Write the handle");
        link("Ann_B");
        assertThat(invalid("hackernews", "ANN_B")).startsWith("Nobody of that name");
        assertThat(invalid("hackernews", "Ann_B")).isEqualTo("That is noted already.");
        assertThat(stage.one("SELECT COUNT(*) FROM same_author")).isEqualTo("2");
    }

    @Test
    void ofTwoWhoNoteItFromEitherSideOneWaitsForTheOther() throws Exception {
        var noted =
                stage.whileWaiting(
                        List.of(
                                """
                                INSERT INTO same_author
                                  (brand_id, network, handle, other_network, other_handle,
                                  linked_by, linked_at)
                                VALUES (1, 'hackernews', 'Ann_B', 'mastodon', 'ann', 11,
                                  '2026-11-16')
                                """),
                        () -> link("Ann_B"),
                        "SELECT id FROM same_author WHERE network = 'mastodon'");
        assertThat(noted).isEqualTo(new Attempt.Invalid("handle", "That is noted already."));
    }

    @Test
    void onlyWhoWorksOnTheCaseMayLink() {
        assertThat(persons.link(id, Stage.VERA, "hackernews", "Ann_B"))
                .isInstanceOf(Attempt.Refused.class);
        assertThat(persons.link(id, Stage.BEN, "hackernews", "Ann_B"))
                .isInstanceOf(Attempt.Refused.class);
        assertThat(persons.link(id, Stage.MIRA, "hackernews", "Ann_B"))
                .isEqualTo(new Attempt.Done());
        var link = persons.findByCase(id).getFirst().id();
        assertThat(persons.unlink(id, link, Stage.BEN)).isInstanceOf(Attempt.Refused.class);
        assertThatThrownBy(() -> persons.unlink(id, link + 999, Stage.ANNA))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whoIsForgottenIsForgottenHereAsWell() {
        link("Ann_B");
        persons.forget();
        assertThat(persons.findByCase(id)).hasSize(1);
        stage.execute("UPDATE post SET author_handle = NULL WHERE author_handle = 'Ann_B'");
        persons.forget();
        assertThat(stage.one("SELECT COUNT(*) FROM same_author")).isEqualTo("0");
    }

    private Attempt link(String handle) {
        return persons.link(id, Stage.ANNA, "hackernews", handle);
    }

    private String invalid(String network, String handle) {
        return persons.link(id, Stage.ANNA, network, handle)
                        instanceof Attempt.Invalid(_, String message)
                ? message
                : "fine";
    }
}
