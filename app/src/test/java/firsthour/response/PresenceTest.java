package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class PresenceTest {
    private final Presence presence;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    PresenceTest(Presence presence, Stage stage, ControlledTime time) {
        this.presence = presence;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void aCase() {
        stage.reset();
        id = stage.complaint("ann");
    }

    @Test
    void whoLooksIsNamedToTheOthersUntilTheyLeave() {
        var annas = presence.sit(id, ANNA.memberId()).orElseThrow();
        presence.sit(id, BEN.memberId());
        assertThat(words(ANNA.memberId())).isEqualTo("Ben looks at this case as well.");
        assertThat(words(BEN.memberId())).isEqualTo("Anna looks at this case as well.");
        presence.leave(annas);
        assertThat(words(BEN.memberId())).isEmpty();
    }

    @Test
    void oneWhoLooksInTwoTabsIsNamedOnceAndStaysWithTheOther() {
        var first = presence.sit(id, ANNA.memberId()).orElseThrow();
        presence.sit(id, ANNA.memberId());
        assertThat(words(BEN.memberId())).isEqualTo("Anna looks at this case as well.");
        presence.leave(first);
        assertThat(words(BEN.memberId())).isEqualTo("Anna looks at this case as well.");
    }

    @Test
    void whoIsNotHeardOfHasGone() {
        var annas = presence.sit(id, ANNA.memberId()).orElseThrow();
        time.pass(Presence.SEEN_WITHIN.minusSeconds(1));
        presence.stay(List.of(annas));
        time.pass(Duration.ofSeconds(2));
        assertThat(words(BEN.memberId())).isNotEmpty();
        time.pass(Presence.SEEN_WITHIN);
        assertThat(words(BEN.memberId())).isEmpty();
    }

    @Test
    void whatACrashLeftIsForgotten() {
        presence.sit(id, ANNA.memberId());
        time.pass(Duration.ofHours(2));
        presence.sit(id, BEN.memberId());
        assertThat(stage.column("SELECT member_id FROM looking")).containsExactly("12");
    }

    @Test
    void nobodySitsAtACaseThatThereIsNot() {
        assertThat(presence.sit(987_654_321L, ANNA.memberId())).isEmpty();
    }

    @Test
    void theLeaseIsOnesUntilGivenBackOrLapsed() {
        assertThat(presence.draft(id, ANNA.memberId())).isEmpty();
        assertThat(presence.draft(id, MIRA.memberId()).map(Present.Drafter::name)).contains("Anna");
        assertThat(words(MIRA.memberId())).isEqualTo("Anna is writing to the customer.");
        assertThat(words(ANNA.memberId())).isEmpty();
        assertThat(presence.findOther(id, MIRA.memberId())).isPresent();
        assertThat(presence.findOther(id, ANNA.memberId())).isEmpty();

        presence.stopDrafting(id, MIRA.memberId());
        assertThat(presence.draft(id, MIRA.memberId())).isPresent();
        presence.stopDrafting(id, ANNA.memberId());
        assertThat(presence.draft(id, MIRA.memberId())).isEmpty();
        time.pass(Presence.LEASE);
        assertThat(presence.draft(id, ANNA.memberId())).isEmpty();
    }

    @Test
    void whoHasTheCaseNoMoreHoldsNobodyUp() {
        presence.draft(id, ANNA.memberId());
        stage.execute("UPDATE cases SET assignee_id = 12 WHERE id = " + id);
        assertThat(presence.findOther(id, BEN.memberId())).isEmpty();
        assertThat(presence.draft(id, BEN.memberId())).isEmpty();
        assertThat(presence.draft(id, MIRA.memberId()).map(Present.Drafter::name)).contains("Ben");
    }

    @Test
    void whoGoesOnWritingKeepsTheLeaseAndItsBeginning() {
        presence.draft(id, ANNA.memberId());
        var began = stage.one("SELECT since FROM drafting");
        time.pass(Presence.LEASE.minusSeconds(1));
        presence.draft(id, ANNA.memberId());
        time.pass(Duration.ofSeconds(2));
        assertThat(presence.draft(id, MIRA.memberId())).isPresent();
        assertThat(stage.one("SELECT since FROM drafting")).isEqualTo(began);
    }

    @Test
    void ofTwoWhoBeginAtOnceOneHasTheLease() throws Exception {
        for (int round = 0; round < 10; round++) {
            var about = stage.complaint("author " + round);
            var together = new CyclicBarrier(2);
            try (var people = Executors.newFixedThreadPool(2)) {
                var outcomes =
                        people.invokeAll(
                                List.of(
                                        drafts(together, about, ANNA.memberId()),
                                        drafts(together, about, MIRA.memberId())));
                assertThat(
                                List.of(
                                        outcomes.get(0).get().isEmpty(),
                                        outcomes.get(1).get().isEmpty()))
                        .containsExactlyInAnyOrder(true, false);
            }
        }
    }

    @Test
    void manyAreCountedAndWhoWritesIsNamedFirst() {
        presence.sit(id, ANNA.memberId());
        presence.sit(id, BEN.memberId());
        presence.sit(id, MIRA.memberId());
        assertThat(words(14)).isEqualTo("Anna, Ben and 1 more look at this case as well.");
        presence.draft(id, BEN.memberId());
        assertThat(words(14))
                .isEqualTo(
                        "Ben is writing to the customer. Anna and Mira look at this case as well.");
    }

    private Callable<Optional<Present.Drafter>> drafts(
            CyclicBarrier together, long about, long who) {
        return () -> {
            together.await();
            return presence.draft(about, who);
        };
    }

    private String words(long reader) {
        return presence.find(id).inWords(reader);
    }
}
