package firsthour.web.cases;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.response.Presence;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import firsthour.web.cases.OpenPages.Told;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class OpenPagesTest {
    private final Presence presence;
    private final Stage stage;
    private final ControlledTime time;
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final Sinks.Many<Long> ticks = Sinks.many().multicast().directBestEffort();
    private final OpenPages pages;
    private long tick;
    private long id;

    OpenPagesTest(Presence presence, Stage stage, ControlledTime time) {
        this.presence = presence;
        this.stage = stage;
        this.time = time;
        this.pages = new OpenPages(presence, executor, ticks.asFlux());
    }

    @BeforeEach
    void aCase() {
        stage.reset();
        id = stage.complaint("ann");
    }

    @AfterEach
    void stop() {
        executor.close();
    }

    @Test
    void aPageIsToldWhatIsAndThenWhatChanges() throws Exception {
        presence.sit(id, BEN.memberId());
        var annas = new Page(id, ANNA.memberId());
        assertThat(annas.told()).containsExactly("Ben looks at this case as well.");
        look();
        presence.draft(id, MIRA.memberId());
        look();
        assertThat(annas.told.getLast().busy()).isTrue();
        assertThat(annas.told().getLast()).startsWith("Mira is writing to the customer.");
        assertThat(annas.told).hasSize(3);
        look();
        assertThat(annas.told).as("nothing new").hasSize(3);
    }

    @Test
    void pagesOfOneCaseAreToldNothingOfAnother() throws Exception {
        var annas = new Page(id, ANNA.memberId());
        var bens = new Page(stage.complaint("bob"), BEN.memberId());
        look();
        assertThat(annas.told()).containsOnly("");
        assertThat(bens.told()).containsOnly("");
    }

    @Test
    void oneLookServesAllPages() throws Exception {
        var other = stage.complaint("bob");
        for (int i = 0; i < 100; i++) {
            new Page(i % 2 == 0 ? id : other, ANNA.memberId());
        }
        long before = read();
        for (int i = 0; i < 10; i++) {
            look();
        }
        assertThat(read() - before).isLessThan(100);
    }

    @Test
    void whoHasAPageOpenIsHeardOfUntilItCloses() throws Exception {
        var annas = new Page(id, ANNA.memberId());
        for (int i = 0; i < 11; i++) {
            time.pass(Duration.ofSeconds(10));
            look();
        }
        assertThat(presence.find(id).inWords(BEN.memberId())).isNotEmpty();
        annas.close();
        executor.submit(() -> {}).get();
        assertThat(stage.column("SELECT seat FROM looking")).isEmpty();
    }

    /// A page that is open, and what it was told.
    private final class Page {
        private final List<Told> told = new ArrayList<>();
        private final Disposable open;

        Page(long caseId, long memberId) {
            var seat = presence.sit(caseId, memberId).orElseThrow();
            open = pages.watch(caseId, seat, memberId).subscribe(told::add);
        }

        List<String> told() {
            return told.stream().map(Told::words).toList();
        }

        void close() {
            open.dispose();
        }
    }

    private void look() throws Exception {
        ticks.tryEmitNext(tick++).orThrow();
        // One thread: what it began is done by then.
        executor.submit(() -> {}).get();
    }

    /// How often the database was asked since it started.
    private long read() {
        return Long.parseLong(
                stage.one(
                        "SELECT variable_value FROM information_schema.global_status"
                                + " WHERE variable_name = 'COM_SELECT'"));
    }
}
