package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.response.Presence;
import firsthour.team.Member;
import firsthour.team.Role;
import firsthour.triage.Actor;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Handovers;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How programs hand cases over and ask for help: each deed in each state, for an agent and for a
/// manager, over real HTTP.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ApiOwnershipTest {
    private final Stage stage;
    private final Programs programs;
    private final Cases cases;
    private final Handovers handovers;
    private final Presence presence;
    private long id;

    ApiOwnershipTest(
            Stage stage, Programs programs, Cases cases, Handovers handovers, Presence presence) {
        this.stage = stage;
        this.programs = programs;
        this.cases = cases;
        this.handovers = handovers;
        this.presence = presence;
    }

    @BeforeEach
    void reset() {
        stage.reset();
        programs.of(Role.ADMIN);
        id = stage.complaint("ann");
    }

    /// Where a case stands when a program comes to it.
    private enum State {
        UNCLAIMED,
        MINE,
        MINE_OFFERED,
        BENS,
        BENS_OFFERED_ME,
        BENS_OFFERED_ELSEWHERE,
        CLOSED
    }

    @ParameterizedTest(name = "{0} of a case that is {1}")
    @CsvSource({
        "handover, UNCLAIMED, NOT_POSSIBLE, NOT_POSSIBLE",
        "handover, MINE, DONE, DONE",
        "handover, MINE_OFFERED, NOT_POSSIBLE, NOT_POSSIBLE",
        "handover, BENS, TAKEN, DONE",
        "handover, BENS_OFFERED_ME, TAKEN, NOT_POSSIBLE",
        "handover, BENS_OFFERED_ELSEWHERE, TAKEN, NOT_POSSIBLE",
        "handover, CLOSED, NOT_POSSIBLE, NOT_POSSIBLE",
        "accept, UNCLAIMED, NOT_POSSIBLE, NOT_POSSIBLE",
        "accept, MINE, DONE, DONE",
        "accept, MINE_OFFERED, DONE, DONE",
        "accept, BENS, NOT_POSSIBLE, NOT_POSSIBLE",
        "accept, BENS_OFFERED_ME, DONE, DONE",
        "accept, BENS_OFFERED_ELSEWHERE, NOT_POSSIBLE, NOT_POSSIBLE",
        "accept, CLOSED, NOT_POSSIBLE, NOT_POSSIBLE",
        "decline, UNCLAIMED, NOT_POSSIBLE, NOT_POSSIBLE",
        "decline, MINE, NOT_POSSIBLE, NOT_POSSIBLE",
        "decline, MINE_OFFERED, NOT_POSSIBLE, NOT_POSSIBLE",
        "decline, BENS, NOT_POSSIBLE, NOT_POSSIBLE",
        "decline, BENS_OFFERED_ME, DONE, DONE",
        "decline, BENS_OFFERED_ELSEWHERE, NOT_POSSIBLE, NOT_POSSIBLE",
        "decline, CLOSED, NOT_POSSIBLE, NOT_POSSIBLE",
        "takeback, UNCLAIMED, NOT_POSSIBLE, NOT_POSSIBLE",
        "takeback, MINE, NOT_POSSIBLE, NOT_POSSIBLE",
        "takeback, MINE_OFFERED, DONE, DONE",
        "takeback, BENS, TAKEN, NOT_POSSIBLE",
        "takeback, BENS_OFFERED_ME, TAKEN, DONE",
        "takeback, BENS_OFFERED_ELSEWHERE, TAKEN, DONE",
        "takeback, CLOSED, NOT_POSSIBLE, NOT_POSSIBLE",
        "help, UNCLAIMED, NOT_POSSIBLE, NOT_POSSIBLE",
        "help, MINE, DONE, DONE",
        "help, MINE_OFFERED, DONE, DONE",
        "help, BENS, TAKEN, DONE",
        "help, BENS_OFFERED_ME, TAKEN, DONE",
        "help, BENS_OFFERED_ELSEWHERE, TAKEN, DONE",
        "help, CLOSED, NOT_POSSIBLE, NOT_POSSIBLE"
    })
    void aDeedDoesWhatItsRowSays(String deed, State state, String agent, String manager) {
        come(deed, state, Role.AGENT, agent);
        come(deed, state, Role.MANAGER, manager);
        come(deed, state, Role.VIEWER, "ROLE_MISSING");
    }

    private int author;

    private void come(String deed, State state, Role role, String expected) {
        var member = programs.member(role);
        put(state, member);
        var version = stage.version(id);
        int events = stage.events(id).size();
        var more =
                deed.equals("handover") || deed.equals("help")
                        ? ",\"member\":%d,\"note\":\"Knows the shop.\""
                                .formatted(Stage.MIRA.memberId())
                        : "";
        var answer =
                programs.of(member)
                        .post(
                                "/cases/%d/%s".formatted(id, deed),
                                "{\"version\":%d%s}".formatted(version, more));
        var what = "%s of %s as %s".formatted(deed, state, role);
        assertThat(answer.status() == 200 ? "DONE" : answer.text("code"))
                .as(what)
                .isEqualTo(expected);
        if (answer.status() != 200) {
            assertThat(answer.text("detail")).as(what).isNotEmpty();
            assertThat(stage.version(id)).as(what).isEqualTo(version);
            assertThat(stage.events(id)).as(what).hasSize(events);
        }
    }

    private void put(State state, Member member) {
        id = stage.complaint("author" + author++);
        var me = new Actor(member.id(), Role.AGENT);
        switch (state) {
            case UNCLAIMED -> {}
            case MINE, MINE_OFFERED -> cases.claim(id, stage.version(id), me);
            case BENS, BENS_OFFERED_ME, BENS_OFFERED_ELSEWHERE ->
                    cases.claim(id, stage.version(id), Stage.BEN);
            case CLOSED -> {
                cases.claim(id, stage.version(id), me);
                cases.dismiss(id, stage.version(id), me, DismissalReason.SPAM, "");
            }
        }
        switch (state) {
            case MINE_OFFERED -> offer(me, Stage.ANNA.memberId());
            case BENS_OFFERED_ME -> offer(Stage.BEN, member.id());
            case BENS_OFFERED_ELSEWHERE -> offer(Stage.BEN, Stage.ANNA.memberId());
            case UNCLAIMED, MINE, BENS, CLOSED -> {}
        }
    }

    private void offer(Actor from, long to) {
        handovers.offer(id, stage.version(id), from, to, "Knows the shop.");
    }

    @Test
    void aProgramReadsWhoHasACaseWhoHelpsAndWhoIsThere() {
        cases.claim(id, stage.version(id), Stage.ANNA);
        handovers.ask(id, stage.version(id), Stage.ANNA, Stage.BEN.memberId(), "Is the shop open?");
        offer(Stage.ANNA, Stage.MIRA.memberId());
        presence.sit(id, Stage.ANNA.memberId());
        presence.draft(id, Stage.ANNA.memberId());
        var ben = programs.of(Stage.BEN);

        var told = ben.get("/cases/%d/ownership".formatted(id)).body();
        assertThat(told.at("/hands/0/who/name").asText()).isEqualTo("Anna");
        assertThat(told.at("/handovers/0/to/name").asText()).isEqualTo("Mira");
        assertThat(told.at("/handovers/0/cameTo").isNull()).isTrue();
        assertThat(told.at("/looking/0/name").asText()).isEqualTo("Anna");
        assertThat(told.at("/drafting/name").asText()).isEqualTo("Anna");

        var question = told.at("/help/0/id").asLong();
        var helped =
                ben.post("/cases/%d/help/%d".formatted(id, question), "{\"note\":\"Until six.\"}");
        assertThat(helped.status()).isEqualTo(200);
        assertThat(
                        ben.get("/cases/%d/ownership".formatted(id))
                                .body()
                                .at("/help/0/answer")
                                .asText())
                .isEqualTo("Until six.");
        var again =
                ben.post(
                        "/cases/%d/help/%d".formatted(id, question), "{\"note\":\"Until seven.\"}");
        assertThat(again.text("code")).isEqualTo("NOT_POSSIBLE");
    }

    @Test
    void aProgramReadsToWhomACaseMayGo() {
        var colleagues = programs.of(Role.VIEWER).get("/colleagues").body().path("items");
        assertThat(colleagues)
                .extracting(one -> one.path("name").asText())
                .contains("Anna", "Ben", "Mira")
                .doesNotContain("Vera");
    }
}
