package firsthour.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class CasesPageTest {
    private final Stage stage;
    private final Triage triage;
    private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private TestBrowser anna;
    private TestBrowser ben;

    CasesPageTest(
            Stage stage, Triage triage, TestPeople people, Members members, ControlledTime time) {
        this.stage = stage;
        this.triage = triage;
        this.people = people;
        this.members = members;
        this.time = time;
        this.anna = people.signedOut();
        this.ben = people.signedOut();
    }

    @BeforeEach
    void signIn() {
        stage.reset();
        // Sign-ins end by the real clock.
        time.set(now);
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        ben = people.signedIn(members.get(Stage.BEN.memberId()));
    }

    @Test
    void whoLosesTheRaceForACaseIsToldWhoHasIt() {
        var id = stage.complaint("kim");
        assertThat(deed(anna, id, "claim", 0, Map.of()).statusCode()).isEqualTo(303);

        var lost = deed(ben, id, "claim", 0, Map.of());

        assertThat(lost.statusCode()).isEqualTo(409);
        assertThat(lost.body()).contains("Anna has this case.").contains("id=\"case\"");
        assertThat(stage.one("SELECT assignee_id FROM cases WHERE id = " + id)).isEqualTo("11");
    }

    @Test
    void whyItIsHereIsSaidInAFewLines() {
        var mention = stage.post("1").author("kim").mention();
        stage.score(mention, "NEGATIVE", .91, .02, .84);
        stage.execute(
                "UPDATE score SET confidence = 0.62, flags = 'QUESTION,IRONY', severity = 71,"
                        + " severity_reasons = 'asked three times\nleaves', target_rule = 'left for',"
                        + " topics = '[\"delivery\",\"service\"]',"
                        + " phrases = '[{\"start\":10,\"end\":14,\"weight\":-0.7}]'");
        triage.sweep();

        var page = anna.get("/cases/" + stage.caseOf(mention)).body();

        assertThat(page)
                .contains("May be ironic – read it yourself")
                .contains("Negative 91 %, a complaint 84 %")
                .contains("Toward Kestrel Coffee: negative, 62 % sure (by comparison: left for)")
                .contains("Severity 71 of 100: asked three times, leaves")
                .contains("About delivery, service")
                .contains(
                        "<mark class=\"strong negative\" title=\"reads as strongly negative\">late</mark>")
                .contains("<q class=\"isolate\" dir=\"auto\">late</q> reads as strongly negative");
    }

    @Test
    void thePostIsShownAsItWasWrittenAsLongAsThatIsKept() {
        var id = stage.complaint("kim");
        assertThat(anna.get("/cases/" + id).body()).doesNotContain("As it was written", "repost");
        stage.execute("UPDATE post SET reposts = 31");
        stage.execute(
                "INSERT INTO post_markup (post_id, markup, kept_at)"
                        + " SELECT id, '<b>late</b>', UTC_TIMESTAMP(6) FROM post");

        assertThat(anna.get("/cases/" + id).body())
                .contains("As it was written", "&lt;b&gt;late&lt;/b&gt;", "31 reposts");
        assertThat(anna.get("/queue").body()).contains("31 reposts");
        stage.execute("DELETE FROM post_markup");
    }

    @Test
    void whatWasJudgedBeforeAllThatIsStillRead() {
        var id = stage.complaint("kim");
        assertThat(anna.get("/cases/" + id).body())
                .contains("Negative 90 %", "Toward Kestrel Coffee: negative<")
                .doesNotContain("ironic", "Severity ");
    }

    @Test
    void noTwoDeedsOfACaseHaveOneKey() {
        var id = stage.complaint("kim");
        deed(anna, id, "claim", 0, Map.of());
        time.pass(Duration.ofMinutes(2));
        var said = Map.of("text", "A new one is on its way, Kim.", "postedAt", minute(time.now()));
        deed(anna, id, "answer", stage.version(id), said);
        var deeds = new TreeMap<String, Set<String>>();
        Pattern.compile("data-key=\"(.)\".*?<span>(.*?)</span>")
                .matcher(anna.get("/cases/" + id).body())
                .results()
                .forEach(found ->
                        deeds.computeIfAbsent(found.group(1), _ -> new HashSet<>())
                                .add(found.group(2)));
        assertThat(deeds.values())
                .contains(Set.of("Follow up"), Set.of("Release"))
                .allSatisfy(labels -> assertThat(labels).hasSize(1));
    }

    @Test
    void aStaleTabIsToldWhatHappenedAndKeepsWhatWasTyped() {
        var id = stage.complaint("kim");
        deed(anna, id, "claim", 0, Map.of());
        var seen = stage.version(id);
        stage.post("again").author("kim").text("Hello? Anybody?").mention();
        triage.sweep();

        var answer =
                deed(
                        anna,
                        id,
                        "acknowledge",
                        seen,
                        Map.of("text", "We look into it, Kim.", "postedAt", minute(now)));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("The customer wrote again.")
                .contains("What you typed is still here.")
                .contains("We look into it, Kim.</textarea>")
                .contains("Hello? Anybody?")
                .contains("name=\"version\" value=\"" + stage.version(id) + "\"");
        assertThat(stage.column("SELECT text FROM reply")).isEmpty();
    }

    @Test
    void wordsForACaseThatSomebodyElseHasAreKeptToBeCopied() {
        var id = stage.complaint("kim");
        deed(ben, id, "claim", 0, Map.of());

        var answer =
                deed(
                        anna,
                        id,
                        "answer",
                        stage.version(id),
                        Map.of("text", "A new one is on its way.", "postedAt", minute(now)));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Ben has this case.")
                .contains("readonly")
                .contains("A new one is on its way.</textarea>");
    }

    @Test
    void aReplyIsRecordedWithItsTimeInTheZoneOfTheReader() {
        stage.execute("UPDATE member SET zone = 'Asia/Kolkata' WHERE id = 11");
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        var id = stage.complaint("kim");
        time.pass(Duration.ofMinutes(10));
        deed(anna, id, "claim", 0, Map.of());
        var posted = now.plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.MINUTES);

        var answer =
                deed(
                        anna,
                        id,
                        "acknowledge",
                        stage.version(id),
                        Map.of(
                                "text",
                                "We have seen it.",
                                "url",
                                "https://example.org/@kestrelcares/1",
                                "postedAt",
                                LocalDateTime.ofInstant(posted, ZoneOffset.ofHoursMinutes(5, 30))
                                        .toString()));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(stage.one("SELECT posted_at = '" + utc(posted) + "' FROM reply")).isEqualTo("1");
        assertThat(anna.get("/cases/" + id).body())
                .contains("We have seen it.")
                .contains("Anna acknowledged")
                .contains("id=\"deed-primary\" href=\"/cases/" + id + "?panel=answer");
    }

    @Test
    void wrongEntriesAreNamedAtTheirFieldsAndKept() {
        var id = stage.complaint("kim");
        deed(anna, id, "claim", 0, Map.of());

        var answer =
                deed(
                        anna,
                        id,
                        "answer",
                        stage.version(id),
                        Map.of(
                                "text",
                                "Sorry, Kim.",
                                "url",
                                "javascript:alert(1)",
                                "postedAt",
                                "soon"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Enter date and time")
                .contains("Sorry, Kim.</textarea>");

        var link =
                deed(
                        anna,
                        id,
                        "answer",
                        stage.version(id),
                        Map.of(
                                "text",
                                "Sorry, Kim.",
                                "url",
                                "javascript:alert(1)",
                                "postedAt",
                                minute(now)));
        assertThat(link.statusCode()).isEqualTo(422);
        assertThat(link.body()).contains("Enter a link that begins with http");
    }

    @Test
    void aDismissalNeedsAReasonAndCanBeTakenBack() {
        var id = stage.complaint("kim");
        deed(anna, id, "claim", 0, Map.of());

        var without =
                deed(anna, id, "dismiss", stage.version(id), Map.of("note", "Looks like a bot"));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Choose why").contains("Looks like a bot</textarea>");

        var done = inPlace(anna, id, "dismiss", stage.version(id), "&reason=SPAM&note=bot");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body())
                .contains("Dismissed: spam.")
                .contains("data-undo=\"10\"")
                .contains("action=\"/cases/" + id + "/undo\"");

        deed(anna, id, "undo", stage.version(id), Map.of());
        assertThat(stage.one("SELECT CONCAT(state, episode) FROM cases WHERE id = " + id))
                .isEqualTo("OPEN1");
    }

    @Test
    void theWholeWayFromClaimToResolved() {
        var id = stage.complaint("kim");
        deed(anna, id, "claim", 0, Map.of());
        reply(id, "acknowledge");
        reply(id, "answer");
        deed(anna, id, "resolve", stage.version(id), Map.of());

        assertThat(stage.one("SELECT state FROM cases WHERE id = " + id)).isEqualTo("RESOLVED");
        assertThat(anna.get("/cases/" + id).body())
                .contains("Anna resolved the case.")
                .contains(">Reopen<");
    }

    @Test
    void aCorrectionIsKeptForAPostOfThisCaseAlone() {
        var id = stage.complaint("kim");
        var other = stage.complaint("lee");
        var mention = stage.one("SELECT mention_id FROM cases WHERE id = " + id);
        var foreign = stage.one("SELECT mention_id FROM cases WHERE id = " + other);

        var done = anna.post(path(id, "correct"), correction(mention, "NEUTRAL", 0));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(anna.get("/cases/" + id).body()).contains("neutral, says Anna");

        var refused = anna.post(path(id, "correct"), correction(foreign, "NEUTRAL", 0));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(stage.column("SELECT mention_id FROM correction")).containsExactly(mention);
    }

    @Test
    void aStaleTabDoesNotReplaceAnothersCorrection() {
        var id = stage.complaint("kim");
        var mention = stage.one("SELECT mention_id FROM cases WHERE id = " + id);
        anna.post(path(id, "correct"), correction(mention, "NEUTRAL", 0));

        var stale = ben.post(path(id, "correct"), correction(mention, "POSITIVE", 0));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("Anna corrected the judgement to neutral.")
                .contains("neutral, says Anna");
        assertThat(stage.column("SELECT polarity FROM correction")).containsExactly("NEUTRAL");

        var seen = stage.one("SELECT id FROM correction");
        assertThat(stale.body()).contains("name=\"seen\" value=\"" + seen + "\"");
        ben.post(path(id, "correct"), correction(mention, "POSITIVE", Long.parseLong(seen)));
        assertThat(anna.get("/cases/" + id).body()).contains("positive, says Ben");
    }

    @Test
    void aCorrectionIsTakenBackOnceByAButtonThatIsThereOnlyThen() {
        var id = stage.complaint("kim");
        var mention = stage.one("SELECT mention_id FROM cases WHERE id = " + id);
        assertThat(anna.get("/cases/" + id).body()).doesNotContain("Take the correction back");
        anna.post(path(id, "correct"), correction(mention, "NEUTRAL", 0));
        assertThat(anna.get("/cases/" + id).body()).contains("Take the correction back");
        var seen = Long.parseLong(stage.one("SELECT id FROM correction"));

        assertThat(ben.post(path(id, "correct"), correction(mention, "NONE", seen)).statusCode())
                .isEqualTo(303);
        assertThat(anna.get("/cases/" + id).body()).doesNotContain("neutral, says Anna");

        var again = anna.post(path(id, "correct"), correction(mention, "NONE", seen));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("No correction stands any more.");
    }

    @Test
    void aCorrectionToNothingIsRefusedInWords() {
        var id = stage.complaint("kim");
        var mention = stage.one("SELECT mention_id FROM cases WHERE id = " + id);
        var refused = anna.post(path(id, "correct"), correction(mention, "UNDETERMINED", 0));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("choose negative, neutral or positive");
    }

    private static Map<String, String> correction(String mention, String polarity, long seen) {
        return Map.of("mention", mention, "polarity", polarity, "seen", Long.toString(seen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claim",
                "release",
                "acknowledge",
                "answer",
                "dismiss",
                "resolve",
                "undo",
                "reopen",
                "correct"
            })
    void aViewerMayDoNothing(String deed) {
        var id = stage.complaint("kim");
        var vera = people.signedIn(members.get(Stage.VERA.memberId()));

        assertThat(deed(vera, id, deed, 0, Map.of()).statusCode()).isEqualTo(403);
        var page = vera.get("/cases/" + id).body();
        assertThat(page).contains("They were late again.");
        assertThat(page).doesNotContain("/cases/" + id + "/" + deed + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "acknowledge", "dismiss", "correct"})
    void aFormWithoutItsTokenIsRefused(String deed) {
        var id = stage.complaint("kim");
        assertThat(anna.postAsIs(path(id, deed), Map.of("version", "0")).statusCode())
                .isEqualTo(403);
        assertThat(stage.one("SELECT assignee_id FROM cases WHERE id = " + id)).isEqualTo("-");
    }

    @Test
    void wordsFromOutsideAreNeverMarkup() {
        var hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)> '`{{";
        var mention =
                stage.post("hostile")
                        .author("\"onmouseover=alert(1) x=\"")
                        .url("javascript:alert(document.cookie)")
                        .text(hostile)
                        .mention();
        stage.score(mention, "NEGATIVE", .9, .05, null);
        stage.execute(
                "UPDATE score SET phrases = '[{\"start\":0,\"end\":8,\"weight\":-0.9}]',"
                        + " model = '<b>m</b>'");
        triage.sweep();
        var id = stage.caseOf(mention);

        for (var page : new String[] {"/cases/" + id, "/queue?case=" + id, "/queue"}) {
            var html = anna.get(page).body();
            assertThat(html)
                    .as(page)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContainPattern("<[^>]*\"onmouseover")
                    .doesNotContain("href=\"javascript:")
                    .doesNotContain("<b>m</b>");
        }
    }

    @Test
    void aCaseThatIsNotThereIsNotFound() {
        assertThat(anna.get("/cases/987654321").statusCode()).isEqualTo(404);
        assertThat(anna.get("/cases/987654321/pane?queue=").statusCode()).isEqualTo(404);
        assertThat(deed(anna, 987654321, "claim", 0, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void aReaderIsToldWhatSomebodyElseDidMeanwhile() {
        var id = stage.complaint("kim");
        var seen = stage.version(id);
        var unchanged = anna.get("/cases/" + id + "/changes?version=" + seen);
        assertThat(unchanged.statusCode()).isEqualTo(204);

        deed(ben, id, "claim", seen, Map.of());

        var changed = anna.get("/cases/" + id + "/changes?version=" + seen);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("Ben claimed the case.");
    }

    @Test
    void whatWasToldOnceIsNotToldAgain() {
        var id = stage.complaint("kim");
        deed(anna, id, "claim", 0, Map.of());
        var seen = stage.version(id);
        time.pass(Duration.ofMinutes(2));
        var posted = minute(now.plus(Duration.ofMinutes(2)));
        deed(anna, id, "acknowledge", seen, Map.of("text", "Seen.", "postedAt", posted));

        var told = ben.get("/cases/" + id + "/changes?version=" + seen).body();

        assertThat(told)
                .contains("Anna acknowledged.</span> What you typed stays.")
                .contains("version&#34;:" + stage.version(id));
        assertThat(ben.get("/cases/" + id + "/changes?version=" + stage.version(id)).statusCode())
                .isEqualTo(204);
    }

    @Test
    void whyAPostIsJudgedSoIsReadWithoutAPointer() {
        var mention = stage.post("sad").author("kim").text("Never again.").mention();
        stage.score(mention, "NEGATIVE", .9, .05, null);
        stage.execute("UPDATE score SET phrases = '[{\"start\":0,\"end\":11,\"weight\":-0.9}]'");
        triage.sweep();

        assertThat(anna.get("/cases/" + stage.caseOf(mention)).body())
                .contains("Never again</q> reads as strongly negative");
    }

    @Test
    void thePaneNamesItsListInTheAddressAndNothingElse() {
        var id = stage.complaint("kim");

        var pane = anna.get("/cases/" + id + "/pane?queue=tab%3Dmine%26q%3Dlate");
        assertThat(pane.headers().firstValue("HX-Push-Url"))
                .contains("/queue?tab=mine&q=late&case=" + id);

        var forged = anna.get("/cases/" + id + "/pane?queue=%0D%0AX-Evil%3A%201");
        assertThat(forged.headers().firstValue("HX-Push-Url")).contains("/queue?case=" + id);
        assertThat(forged.headers().map()).doesNotContainKey("x-evil");
    }

    private void reply(long id, String deed) {
        var answer =
                deed(
                        anna,
                        id,
                        deed,
                        stage.version(id),
                        Map.of("text", "Words for " + deed, "postedAt", minute(now)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private static HttpResponse<String> deed(
            TestBrowser browser, long id, String deed, long version, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("version", Long.toString(version));
        return browser.post(path(id, deed), form);
    }

    /// As htmx sends it from beside the queue.
    private static HttpResponse<String> inPlace(
            TestBrowser browser, long id, String deed, long version, String more) {
        browser.get("/queue");
        return browser.send(
                browser.request(path(id, deed))
                        .header("HX-Request", "true")
                        .header("X-CSRF-TOKEN", browser.csrfToken().orElse(""))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("version=" + version + "&queue=" + more)));
    }

    private static String path(long id, String deed) {
        return "/cases/" + id + "/" + deed;
    }

    private static String minute(Instant at) {
        return utc(at.truncatedTo(ChronoUnit.MINUTES)).replace(' ', 'T');
    }

    private static String utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString().replace('T', ' ');
    }
}
