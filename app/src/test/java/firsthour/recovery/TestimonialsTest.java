package firsthour.recovery;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.recovery.Testimonial.Ending;
import firsthour.recovery.Testimonial.Scope;
import firsthour.recovery.Testimonial.State;
import firsthour.recovery.Testimonials.Grant;
import firsthour.time.ControlledTime;
import firsthour.triage.Outcome;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What customers let us quote, and when that ends.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class TestimonialsTest {
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final Testimonials testimonials;
    private final Desk desk;
    private final Stage stage;
    private final ControlledTime time;
    private long praise;

    TestimonialsTest(Testimonials testimonials, Desk desk, Stage stage, ControlledTime time) {
        this.testimonials = testimonials;
        this.desk = desk;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annPraises() {
        stage.reset();
        praise = desk.kind(desk.post("ann").text("Best coffee in town.\nI come back every day."));
    }

    @Test
    void aCustomerIsAskedAndGrants() {
        assertThat(ask("Best coffee in town. I come")).isEqualTo(new Attempt.Done());
        var asked = one();
        assertThat(asked.state()).isEqualTo(State.ASKED);
        assertThat(asked.quote()).isEqualTo("Best coffee in town. I come");
        assertThat(asked.askedBy()).isEqualTo("Anna");
        assertThat(asked.permission()).isEmpty();

        assertThat(grant(asked, Set.of(Scope.WEBSITE, Scope.SOCIAL), true, Optional.of(LAST)))
                .isEqualTo(new Attempt.Done());

        var granted = one();
        assertThat(granted.state()).isEqualTo(State.GRANTED);
        var given = granted.permission().orElseThrow();
        assertThat(given.scopes()).containsExactlyInAnyOrder(Scope.WEBSITE, Scope.SOCIAL);
        assertThat(given.named()).isTrue();
        assertThat(given.lastDay()).contains(LAST);
        assertThat(given.proof()).contains("By mail, in the folder");
        assertThat(given.by()).isEqualTo("Ben");
        assertThat(stage.column("SELECT type FROM event_log ORDER BY id"))
                .containsExactly("TestimonialAsked", "TestimonialGranted");
    }

    @Test
    void onlyTheAuthorsOwnWordsAreQuoted() {
        assertThat(invalid(ask("Best tea in town"))).isEqualTo("quote");
        assertThat(invalid(ask(" "))).isEqualTo("quote");
        assertThat(invalid(ask("Best … every day."))).isEqualTo("quote");
        assertThat(testimonials.list(0, Long.MAX_VALUE, 9)).isEmpty();
        var complaint =
                stage.one("SELECT mention_id FROM cases WHERE id = " + stage.complaint("c"));
        assertThatThrownBy(() -> testimonials.ask(Long.parseLong(complaint), ANNA, "late again"))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whoWasWonBackIsAskedAsWellAndTheCaseTellsIt() {
        var id = stage.complaint("rob");
        time.pass(Duration.ofHours(1));
        desk.answer(id);
        time.pass(Duration.ofHours(1));
        var thanks = desk.kind(desk.post("rob").text("Now it works").inReplyTo("post of rob"));
        desk.sweep();
        assertThat(testimonials.ask(thanks, ANNA, "Now it works")).isEqualTo(new Attempt.Done());
        assertThat(testimonials.findByCase(id))
                .extracting(Testimonial::quote)
                .containsExactly("Now it works");
        assertThat(stage.events(id)).contains("TestimonialAsked");
    }

    @Test
    void nobodyIsAskedTwiceButAnewOnceItHasEnded() {
        ask("Best coffee in town.");
        assertThat(refused(ask("Best coffee"))).contains("asked already");
        testimonials.withdraw(one().id(), one().version(), ANNA, true);
        assertThat(ask("Best coffee")).isEqualTo(new Attempt.Done());
        assertThat(one().state()).isEqualTo(State.ASKED);
        assertThat(one().quote()).isEqualTo("Best coffee");
        assertThat(one().ending()).isEmpty();
    }

    @Test
    void whatIsWithdrawnGivesNoWordsAnyMore() {
        ask("Best coffee in town.");
        grant(one(), Set.of(Scope.PRINT), false, Optional.empty());
        assertThat(testimonials.withdraw(one().id(), one().version(), BEN, true))
                .isEqualTo(new Attempt.Done());
        assertThat(one().state()).isEqualTo(State.WITHDRAWN);
        assertThat(one().ending()).contains(Ending.BY_CUSTOMER);
        assertThat(one().quote()).isEmpty();
        assertThat(one().author()).isEmpty();
        assertThat(stage.one("SELECT quote FROM testimonial")).isEmpty();
        assertThat(refused(grant(one(), Set.of(Scope.PRINT), false, Optional.empty())))
                .contains("It is withdrawn");
    }

    @Test
    void aDeletedPostEndsItAtOnceAndForGood() {
        ask("Best coffee in town.");
        grant(one(), Set.of(Scope.PRINT), true, Optional.empty());
        var before = one();
        stage.execute("UPDATE post SET deleted_at = published_at, text = '', author_handle = NULL");
        assertThat(one().quote()).isEmpty();
        assertThat(one().state()).isEqualTo(State.WITHDRAWN);
        assertThat(refused(grant(before, Set.of(Scope.PRINT), true, Optional.empty())))
                .contains("It is withdrawn");
        testimonials.sweepBatch();
        testimonials.sweepBatch();
        assertThat(
                        stage.one(
                                "SELECT CONCAT(state, ' ', ended_for, '[', quote, ']') FROM testimonial"))
                .isEqualTo("WITHDRAWN POST_DELETED[]");
        assertThat(stage.column("SELECT data FROM event_log WHERE type = 'TestimonialEnded'"))
                .singleElement()
                .asString()
                .contains("POST_DELETED");
        assertThat(refused(ask("Best coffee in town."))).contains("was deleted");
    }

    @Test
    void nothingIsKeptOfAPermissionThatTheCustomerTookBackOrWhosePostIsGone() {
        ask("Best coffee in town.");
        grant(one(), Set.of(Scope.PRINT), true, Optional.of(LAST));
        testimonials.withdraw(one().id(), one().version(), ANNA, false);
        assertThat(proof()).as("it was allowed until we ended it").contains("By mail");
        ask("Best coffee in town.");
        grant(one(), Set.of(Scope.PRINT), true, Optional.of(LAST));
        testimonials.withdraw(one().id(), one().version(), ANNA, true);
        assertThat(proof()).isEqualTo("-");

        ask("Best coffee in town.");
        grant(one(), Set.of(Scope.PRINT), true, Optional.of(LAST));
        time.set(Instant.parse("2027-01-02T12:00:00Z"));
        testimonials.sweepBatch();
        assertThat(proof()).as("it was allowed until its time was over").contains("By mail");
        stage.execute("UPDATE post SET deleted_at = published_at, text = ''");
        assertThat(one().permission().orElseThrow().proof()).isEmpty();
        testimonials.sweepBatch();
        assertThat(proof()).isEqualTo("-");
    }

    @Test
    void whatItsAuthorRewroteIsMarkedUntilItIsAllowedAnew() {
        ask("Best coffee in town.");
        grant(one(), Set.of(Scope.PRINT), true, Optional.empty());
        time.pass(Duration.ofHours(1));
        rewrite("Best  coffee in town. Or so I thought.");
        assertThat(one().rewritten()).as("the words still stand there").isFalse();
        rewrite("They have gone downhill.");
        assertThat(one().rewritten()).isTrue();
        assertThat(one().state()).isEqualTo(State.GRANTED);
        assertThat(testimonials.listUsable(0)).isEmpty();
        time.pass(Duration.ofHours(1));
        grant(one(), Set.of(Scope.PRINT), true, Optional.empty());
        assertThat(one().rewritten()).isFalse();
        assertThat(testimonials.listUsable(0)).hasSize(1);
    }

    @Test
    void whatWasAllowedBeforeWeSawTheNewWordsIsMarkedAsWell() {
        ask("Best coffee in town.");
        time.pass(Duration.ofHours(1));
        var edited = time.now();
        time.pass(Duration.ofHours(1));
        grant(one(), Set.of(Scope.PRINT), true, Optional.empty());
        time.pass(Duration.ofHours(1));
        stage.insert(
                """
                INSERT INTO post_revision (post_id, revision, title, text, rating, until)
                SELECT id, revision, title, text, rating, ? FROM post WHERE author_handle = 'ann'
                """,
                time.now());
        rewrite("They have gone downhill.", edited);
        assertThat(one().rewritten()).isTrue();
        assertThat(testimonials.listUsable(0)).isEmpty();
        time.pass(Duration.ofHours(1));
        grant(one(), Set.of(Scope.PRINT), true, Optional.empty());
        assertThat(one().rewritten()).isFalse();
    }

    @Test
    void whatCameOfACaseStandsOnTheOneIntoWhichItWasMerged() {
        var merged = stage.complaint("rob");
        var survivor = stage.complaint("sue");
        ask("Best coffee in town.");
        stage.execute("UPDATE testimonial SET case_id = " + merged);
        assertThat(testimonials.findByCase(survivor)).isEmpty();
        stage.execute(
                "UPDATE cases SET state = 'MERGED', merged_into_id = %d WHERE id = %d"
                        .formatted(survivor, merged));
        assertThat(testimonials.findByCase(survivor)).hasSize(1);
    }

    @Test
    void itEndsWithItsLastDayWhereTheBrandIs() {
        ask("Best coffee in town.");
        grant(one(), Set.of(Scope.PRINT), true, Optional.of(LAST));
        time.set(Instant.parse("2026-12-31T22:59:59Z"));
        assertThat(one().state()).isEqualTo(State.GRANTED);
        time.set(Instant.parse("2026-12-31T23:00:00Z"));
        assertThat(one().state()).isEqualTo(State.EXPIRED);
        assertThat(one().quote()).isEmpty();
        assertThat(one().ending()).contains(Ending.EXPIRED);
        time.set(Instant.parse("2027-01-01T12:00:00Z"));
        testimonials.sweepBatch();
        assertThat(stage.one("SELECT state FROM testimonial")).isEqualTo("EXPIRED");
        assertThat(stage.column("SELECT type FROM event_log")).contains("TestimonialEnded");
    }

    @Test
    void whoseTimeIsOverWhereTheBrandIsIsAskedAnewAtOnce() {
        ask("Best coffee in town.");
        grant(one(), Set.of(Scope.PRINT), true, Optional.of(LAST));
        time.set(Instant.parse("2026-12-31T22:59:59Z"));
        assertThat(refused(ask("Best coffee"))).contains("asked already");
        time.set(Instant.parse("2026-12-31T23:00:00Z"));
        testimonials.sweepBatch();
        assertThat(ask("Best coffee")).isEqualTo(new Attempt.Done());
        assertThat(one().state()).isEqualTo(State.ASKED);
        assertThat(one().quote()).isEqualTo("Best coffee");
        assertThat(one().permission()).isEmpty();
        assertThat(stage.column("SELECT type FROM event_log ORDER BY id"))
                .endsWith("TestimonialEnded", "TestimonialAsked");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsGranted() {
        ask("Best coffee in town.");
        assertThat(invalid(grant(one(), Set.of(), true, Optional.empty()))).isEqualTo("scopes");
        var yesterday = Optional.of(LocalDate.of(2026, 11, 15));
        assertThat(invalid(grant(one(), Set.of(Scope.PRINT), true, yesterday)))
                .isEqualTo("lastDay");
        assertThat(
                        invalid(
                                testimonials.grant(
                                        one().id(),
                                        one().version(),
                                        ANNA,
                                        new Grant(
                                                Set.of(Scope.PRINT),
                                                true,
                                                Optional.empty(),
                                                "javascript:x",
                                                ""))))
                .isEqualTo("proofUrl");
        assertThat(
                        invalid(
                                testimonials.grant(
                                        one().id(),
                                        one().version(),
                                        ANNA,
                                        new Grant(
                                                Set.of(Scope.PRINT),
                                                true,
                                                Optional.empty(),
                                                " ",
                                                " "))))
                .isEqualTo("proof");
        assertThat(one().state()).isEqualTo(State.ASKED);
    }

    @Test
    void whoSawAnOlderOneOrMayOnlyReadIsRefused() {
        ask("Best coffee in town.");
        var seen = one();
        grant(seen, Set.of(Scope.PRINT), true, Optional.empty());
        assertThat(refused(grant(seen, Set.of(Scope.SOCIAL), true, Optional.empty())))
                .contains("changed this testimonial meanwhile");
        assertThat(refused(testimonials.withdraw(seen.id(), seen.version(), ANNA, false)))
                .contains("changed this testimonial meanwhile");
        assertThat(testimonials.ask(praise, VERA, "Best")).isInstanceOf(Attempt.Refused.class);
        assertThat(testimonials.withdraw(one().id(), one().version(), VERA, false))
                .isInstanceOf(Attempt.Refused.class);
        assertThat(one().state()).isEqualTo(State.GRANTED);
        assertThatThrownBy(() -> testimonials.withdraw(seen.id() + 9, 1, ANNA, false))
                .isInstanceOf(NoSuchElementException.class);
    }

    private void rewrite(String text) {
        rewrite(text, time.now());
    }

    private void rewrite(String text, Instant edited) {
        stage.insert(
                "UPDATE post SET text = ?, edited_at = ? WHERE author_handle = 'ann'",
                text,
                edited);
    }

    private String proof() {
        return stage.one("SELECT COALESCE(proof, proof_url) FROM testimonial");
    }

    private Attempt ask(String quote) {
        return testimonials.ask(praise, ANNA, quote);
    }

    private Attempt grant(
            Testimonial seen, Set<Scope> scopes, boolean named, Optional<LocalDate> lastDay) {
        return testimonials.grant(
                seen.id(),
                seen.version(),
                BEN,
                new Grant(scopes, named, lastDay, "", "By mail, in the folder"));
    }

    private Testimonial one() {
        return testimonials.list(0, Long.MAX_VALUE, 9).getFirst();
    }

    private static String invalid(Attempt attempt) {
        return attempt instanceof Attempt.Invalid(String field, _) ? field : "fine";
    }

    private static String refused(Attempt attempt) {
        return attempt instanceof Attempt.Refused(Outcome why) ? why.inWords() : "done";
    }
}
