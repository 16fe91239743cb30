package firsthour.web.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class MergePageTest {
    private final Stage stage;
    private final TestPeople people;
    private final Members members;
    private final Cases cases;
    private final ControlledTime time;
    private TestBrowser anna;
    private long older;
    private long newer;

    MergePageTest(
            Stage stage, TestPeople people, Members members, Cases cases, ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.members = members;
        this.cases = cases;
        this.time = time;
        this.anna = people.signedOut();
    }

    @BeforeEach
    void annaHasTwoCases() {
        stage.reset();
        // Sign-ins end by the real clock.
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        older = stage.complaint("kim");
        newer = stage.complaint("lee");
        cases.claim(older, 0, Stage.ANNA);
        cases.claim(newer, 0, Stage.ANNA);
    }

    @Test
    void aCaseIsMergedAndItsAddressLeadsToTheOther() {
        assertThat(page(newer))
                .contains("With which case?", "Case %d · kim: They were late".formatted(older));
        var merged = merge(newer, Map.of("other", older + "-" + stage.version(older)));
        assertThat(merged.statusCode()).isEqualTo(303);
        assertThat(merged.headers().firstValue("Location")).hasValue("/cases/" + older);
        assertThat(page(older))
                .contains("Merged: case %d is part of case %d now.".formatted(newer, older))
                .contains("Merged into this case", "Case %d of lee".formatted(newer))
                .contains("Anna merged case %d into this one.".formatted(newer));
        var gone = anna.get("/cases/" + newer);
        assertThat(gone.statusCode()).isEqualTo(303);
        assertThat(gone.headers().firstValue("Location")).hasValue("/cases/" + older);
        assertThat(anna.get("/cases/%d/pane".formatted(newer)).body()).contains("Case " + older);
        assertThat(anna.get("/cases/%d/changes?version=1".formatted(newer)).body())
                .contains("merged case");
    }

    @Test
    void whatWasMergedIsTakenBackAtOnceOrLater() {
        page(newer);
        var merged =
                inPlace(
                        "/cases/%d/merge".formatted(newer),
                        form(
                                newer,
                                Map.of(
                                        "number",
                                        "#" + older,
                                        "keep",
                                        "older",
                                        "queue",
                                        "brand=1")));
        assertThat(merged.body())
                .contains("data-undo=\"10\"", ">Undo<span", "Split back")
                .contains("<li id=\"case-row-%d\" hx-swap-oob=\"delete\">".formatted(newer));
        var back =
                inPlace(
                        "/cases/%d/split-back".formatted(older),
                        form(older, Map.of("merged", String.valueOf(newer))));
        assertThat(back.body())
                .contains("Split back: case %d stands as before.".formatted(newer))
                .doesNotContain("Merged into this case");
        assertThat(anna.get("/cases/" + newer).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotPossibleIsSaidAndWhatWasTypedStays() {
        var answer = merge(newer, Map.of("number", "987654"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("There is no case 987654", "value=\"987654\"")
                .contains("value=\"older\" checked>");
        assertThat(merge(newer, Map.of("other", "", "keep", "other")).body())
                .contains("There is no case", "value=\"other\" checked>")
                .doesNotContain("value=\"older\" checked>");
    }

    @Test
    void postsAreTakenOutIntoACaseOfTheirOwn() {
        assertThat(page(older)).doesNotContain("Take posts out");
        var more = stage.post("more").author("kim").text("And the shop is closed.").mention();
        stage.score(more, "NEGATIVE", .9, .05, null);
        stage.triage();
        assertThat(page(older)).contains("Take posts out", "And the shop is closed.</bdi></span>");
        var path = "/cases/%d/split".formatted(older);
        var none = anna.post(path, form(older, Map.of()));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("choose posts of this case");
        var split = anna.post(path, form(older, Map.of("mention", String.valueOf(more))));
        assertThat(split.statusCode()).isEqualTo(303);
        assertThat(page(older))
                .contains("Taken out: they are case %d now.".formatted(stage.caseOf(more)))
                .doesNotContain("Take posts out");
        assertThat(page(stage.caseOf(more)))
                .contains("Anna took it out of case %d.".formatted(older), "You have this case.");
    }

    private String page(long id) {
        return anna.get("/cases/" + id).body();
    }

    private HttpResponse<String> merge(long id, Map<String, String> fields) {
        return anna.post("/cases/%d/merge".formatted(id), form(id, fields));
    }

    private HttpResponse<String> inPlace(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("csrfToken", anna.csrfToken().orElseThrow());
        var encoded =
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return anna.send(
                anna.request(path)
                        .header("HX-Request", "true")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded)));
    }

    private Map<String, String> form(long id, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("version", String.valueOf(stage.version(id)));
        return form;
    }
}
