package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.brand.Rejected;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Cases;
import firsthour.triage.LookRule;
import firsthour.triage.LookRules;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Replies that a rule lets nobody post without a colleague.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class LookRulesTest {
    private static final String SORRY = "Sorry. A new one leaves today.";
    private static final String BETTER = "Sorry, Ann. A new one leaves today.";

    private final LookRules rules;
    private final SecondLookRequests requests;
    private final SecondLooks looks;
    private final SecondLookWatch watch;
    private final Answering answering;
    private final Cases cases;
    private final StubLetters letters;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    LookRulesTest(
            LookRules rules,
            SecondLookRequests requests,
            SecondLooks looks,
            SecondLookWatch watch,
            Answering answering,
            Cases cases,
            StubLetters letters,
            Stage stage,
            ControlledTime time) {
        this.rules = rules;
        this.requests = requests;
        this.looks = looks;
        this.watch = watch;
        this.answering = answering;
        this.cases = cases;
        this.letters = letters;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annaHasAComplaint() {
        stage.reset();
        letters.reset();
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        id = stage.complaint("ann");
        cases.claim(id, stage.version(id), ANNA);
    }

    @Test
    void aRuleThatFitsStopsThePostingUntilAColleagueApproved() {
        grave(70);
        severity(69);
        assertThat(rules.findFor(id, Stage.BRAND, ANNA.role())).isEmpty();
        severity(70);
        assertThat(post(ANNA, SORRY))
                .isInstanceOfSatisfying(
                        Dispatch.Refused.class,
                        refused ->
                                assertThat(refused.outcome().inWords())
                                        .contains("“Grave”", "Ask for a second look"));
        assertThat(letters.sent).isEmpty();

        approve(ask(SORRY), SORRY);
        assertThat(letters.sent).hasSize(1);
    }

    @Test
    void whatIsAskedMustAllHold() {
        rules.add(
                1,
                13,
                new LookRule.Draft("Loud", OptionalInt.of(10), OptionalLong.of(1000), true, false));
        severity(10);
        stage.execute("UPDATE post SET followers = 1000");
        assertThat(rules.findFor(id, Stage.BRAND, ANNA.role())).isEmpty();
        stage.execute(
                "INSERT INTO vip_author (brand_id, network, handle)"
                        + " SELECT 1, network, author_handle FROM cases WHERE id = "
                        + id);
        assertThat(rules.findFor(id, Stage.BRAND, ANNA.role())).isPresent();
        stage.execute("UPDATE post SET followers = 999");
        assertThat(rules.findFor(id, Stage.BRAND, ANNA.role())).isEmpty();
        stage.execute("DELETE FROM vip_author");
    }

    @Test
    void aRuleForAgentsLetsManagersPost() {
        rules.add(
                1,
                13,
                new LookRule.Draft(
                        "New people", OptionalInt.empty(), OptionalLong.empty(), false, true));
        assertThat(post(ANNA, SORRY)).isInstanceOf(Dispatch.Refused.class);
        assertThat(post(MIRA, SORRY)).isEqualTo(new Dispatch.Posted());
    }

    @Test
    void anApprovalHoldsForItsWordsAlone() {
        grave(0);
        severity(50);
        stage.execute("UPDATE source SET network = 'mastodon' WHERE id = 1");
        approve(ask(SORRY), BETTER);
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        assertThat(post(ANNA, SORRY)).isInstanceOf(Dispatch.Refused.class);
        assertThat(post(ANNA, BETTER.toLowerCase(Locale.ROOT)))
                .isInstanceOf(Dispatch.Refused.class);
        assertThat(post(ANNA, BETTER)).isEqualTo(new Dispatch.Posted());
    }

    @Test
    void wordsThatWereSentBackOrTakenBackAreNotPosted() {
        grave(0);
        severity(50);
        var look = ask(SORRY);
        looks.sendBack(id, version(), look, BEN, SORRY, "By name, please.");
        assertThat(post(ANNA, SORRY)).isInstanceOf(Dispatch.Refused.class);
        look = ask(SORRY);
        looks.withdraw(id, version(), look, ANNA);
        assertThat(post(ANNA, SORRY)).isInstanceOf(Dispatch.Refused.class);
    }

    @Test
    void whatLapsedIsPosted() {
        grave(0);
        severity(50);
        ask(SORRY);
        time.pass(Duration.ofMinutes(15));
        watch.sweep();
        assertThat(post(ANNA, SORRY)).isEqualTo(new Dispatch.Posted());
    }

    @Test
    void whereTheCustomersTimeIsUsedUpItIsWaivedAndWrittenDown() {
        grave(0);
        severity(50);
        time.pass(Duration.ofMinutes(55));
        assertThat(post(ANNA, SORRY)).isEqualTo(new Dispatch.Posted());
        assertThat(stage.events(id, "SecondLookLapsed")).isEqualTo(1);
        assertThat(looks.findByCase(id).getFirst().words()).isEqualTo(SORRY);
    }

    @Test
    void aRuleAsksAnewWhenACaseIsOpenedAgain() {
        grave(0);
        severity(50);
        approve(ask(SORRY), SORRY);
        cases.resolve(id, version(), ANNA);
        cases.reopen(id, version(), ANNA);
        assertThat(post(ANNA, SORRY)).isInstanceOf(Dispatch.Refused.class);
    }

    @Test
    void aRuleOfAnotherBrandOrOneThatWasRemovedAsksNothing() {
        rules.add(
                2,
                13,
                new LookRule.Draft("Tea", OptionalInt.empty(), OptionalLong.empty(), false, false));
        assertThat(rules.findFor(id, Stage.BRAND, ANNA.role())).isEmpty();
        grave(0);
        severity(50);
        assertThat(rules.findFor(id, Stage.BRAND, ANNA.role())).isPresent();
        rules.remove(Stage.BRAND, 13, rules.list(Stage.BRAND).getFirst().id());
        assertThat(post(ANNA, SORRY)).isEqualTo(new Dispatch.Posted());
        assertThat(stage.column("SELECT type FROM event_log"))
                .contains("LookRuleAdded", "LookRuleRemoved");
    }

    @Test
    void namesMayHoldEmojiByWhichTheyAreToldApart() {
        add("Grave 🦉", 70);
        add("Grave 🦊", 80);
        assertThatThrownBy(() -> add("grave 🦉", 90)).isInstanceOf(Rejected.class);
        assertThat(rules.list(Stage.BRAND))
                .extracting(LookRule::name)
                .containsExactlyInAnyOrder("Grave 🦉", "Grave 🦊");
    }

    private void grave(int severity) {
        add("Grave", severity);
    }

    private void add(String name, int severity) {
        rules.add(
                Stage.BRAND,
                13,
                new LookRule.Draft(
                        name, OptionalInt.of(severity), OptionalLong.empty(), false, false));
    }

    private void severity(int points) {
        stage.execute("UPDATE score SET severity = " + points);
    }

    private long ask(String text) {
        assertThat(requests.ask(id, version(), ANNA, ReplyKind.ANSWER, text, Map.of(), 0))
                .isInstanceOf(Looking.Asked.class);
        return Long.parseLong(stage.one("SELECT MAX(id) FROM second_look"));
    }

    private void approve(long look, String text) {
        looks.approve(id, version(), look, BEN, text, Map.of());
    }

    private Dispatch post(Actor actor, String text) {
        return answering.post(id, version(), actor, ReplyKind.ANSWER, text, Map.of());
    }

    private long version() {
        return stage.version(id);
    }
}
