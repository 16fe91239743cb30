package firsthour.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.language.Language;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who reads German works a case in German; a colleague reads the same case in English.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class GermanCaseTest {
    private final Stage stage;
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private TestBrowser anna;
    private TestBrowser ben;
    private long id;

    GermanCaseTest(Stage stage, TestPeople people, Members members, ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.members = members;
        this.time = time;
        this.anna = people.signedOut();
        this.ben = people.signedOut();
    }

    @BeforeEach
    void annaReadsGerman() {
        stage.reset();
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        annaReads(Language.GERMAN);
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        ben = people.signedIn(members.get(Stage.BEN.memberId()));
        id = stage.complaint("kim");
    }

    @AfterEach
    void annaReadsEnglishElsewhere() {
        annaReads(null);
    }

    @Test
    void theSameCaseIsSaidToEachInTheirLanguage() {
        assertThat(anna.get("/cases/" + id).body())
                .contains("<html lang=\"de\">", "Beschwerde", "<span>Übernehmen</span>", "noch ")
                .contains("Warum er hier ist", "bis zur Rückmeldung")
                .doesNotContain("Why it is here", "to acknowledge");
        assertThat(ben.get("/cases/" + id).body())
                .contains("<html lang=\"en\">", "complaint", "<span>Claim</span>")
                .contains("Why it is here", "to acknowledge")
                .doesNotContain("Beschwerde");
    }

    @Test
    void whatIsDoneAndRefusedIsSaidInTheLanguageOfWhoDoesIt() {
        claim(ben);

        assertThat(claim(anna)).contains("hat diesen Fall. Nichts wurde geändert;");
        assertThat(anna.get("/cases/" + id).body()).contains("hat den Fall übernommen.");
        assertThat(ben.get("/cases/" + id).body()).contains("claimed the case.");
    }

    @Test
    void theQueueFiltersByTheSameWordsOfAddressesInEveryLanguage() {
        assertThat(anna.get("/queue?kind=complaint").body())
                .contains("<option value=\"complaint\" selected>Beschwerde</option>")
                .contains("case-row-" + id);
        assertThat(anna.get("/queue?kind=inquiry").body()).contains("Nichts passt");
    }

    @Test
    void aDeedOnManyCasesIsToldInTheLanguageOfWhoDoesIt() {
        claim(ben);

        anna.post("/queue/bulk", Map.of("deed", "claim", "pick", id + "." + stage.version(id)));
        assertThat(anna.get("/queue").body())
                .contains("0 übernommen, 1 nicht: übernommen von Ben.");
    }

    private void annaReads(@Nullable Language language) {
        var member = members.get(Stage.ANNA.memberId());
        members.changeProfile(member.id(), member.name(), member.zone().getId(), language);
    }

    private String claim(TestBrowser browser) {
        return browser.post(
                        "/cases/" + id + "/claim",
                        Map.of("version", Long.toString(stage.version(id))))
                .body();
    }
}
