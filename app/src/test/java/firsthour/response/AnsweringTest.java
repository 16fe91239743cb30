package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.response.check.Concern;
import firsthour.response.check.Finding;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.Outcome;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The check before the sending, with the real rules and dictionaries.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class AnsweringTest {
    private static final String LOUD = "We are VERY sorry.";
    private static final String SORRY = "Sorry. A new one leaves today.";

    private final Answering answering;
    private final Sending sending;
    private final Drafts drafts;
    private final Replies replies;
    private final Snippets snippets;
    private final Cases cases;
    private final StubLetters letters;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    AnsweringTest(
            Answering answering,
            Sending sending,
            Drafts drafts,
            Replies replies,
            Snippets snippets,
            Cases cases,
            StubLetters letters,
            Stage stage,
            ControlledTime time) {
        this.answering = answering;
        this.sending = sending;
        this.drafts = drafts;
        this.replies = replies;
        this.snippets = snippets;
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
    void whatMustBeDealtWithIsNotPosted() {
        assertThat(post(LOUD, Map.of()))
                .isInstanceOfSatisfying(
                        Dispatch.Unready.class,
                        unready ->
                                assertThat(unready.findings())
                                        .extracting(Finding::concern)
                                        .containsExactly(Concern.CAPITALS));
        assertThat(letters.sent).isEmpty();
        assertThat(stage.one("SELECT COUNT(*) FROM outgoing_reply")).isEqualTo("0");
    }

    @Test
    void aReasonLetsItStandAndIsKeptWithTheReply() {
        assertThat(post(LOUD, Map.of(key(LOUD), " She wrote so herself. ")))
                .isInstanceOf(Dispatch.Posted.class);

        assertThat(letters.sent).hasSize(1);
        assertThat(
                        stage.one(
                                "SELECT CONCAT(w.concern, ' ', w.reason, ' ', r.text) FROM waiver w"
                                        + " JOIN reply r ON r.id = w.reply_id"))
                .isEqualTo("CAPITALS She wrote so herself. " + LOUD);
        assertThat(stage.events(id, "FindingWaived")).isEqualTo(1);
        assertThat(stage.column("SELECT data FROM event_log"))
                .noneMatch(data -> data.contains("herself"));
    }

    @Test
    void aReasonHoldsForItsOwnWordsAlone() {
        var reasons = Map.of(key(LOUD), "She wrote so herself.");
        assertThat(post("We are VERY, EVER so sorry.", reasons))
                .isInstanceOf(Dispatch.Unready.class);
        assertThat(post(LOUD, Map.of(key(LOUD), "  "))).isInstanceOf(Dispatch.Unready.class);
        assertThat(stage.one("SELECT COUNT(*) FROM waiver")).isEqualTo("0");
    }

    @Test
    void noReasonMakesTheNetworkTakeMore() {
        var text = "Sorry, and a new one leaves here later today.";
        assertThat(post(text, Map.of("LENGTH", "It has to be said.")))
                .isInstanceOf(Dispatch.Unready.class);
        assertThat(letters.sent).isEmpty();
    }

    @Test
    void whereAPromiseIsWrittenDownIsAskedOnce() {
        var text = "I will call you tomorrow. Anna";
        var refused = (Dispatch.Unready) post(text, Map.of());
        assertThat(refused.findings()).extracting(Finding::concern).contains(Concern.PROMISE);

        post(text, Map.of(refused.findings().getFirst().key(text), "My calendar, Tuesday 10:00"));

        assertThat(letters.sent).hasSize(1);
        letters.answers(_ -> new Sent.Done("r2", Optional.empty()));
        assertThat(post("I'll call you tomorrow at noon. Anna", Map.of()))
                .isInstanceOf(Dispatch.Posted.class);
    }

    @Test
    void aPromiseInTheRegisterIsWrittenDown() {
        stage.execute(
                """
                INSERT INTO promise (case_id, episode, words, made_by, made_at, due_at, state, remind_at)
                VALUES (%d, 1, 'A call', 11, '2026-11-16', '2026-11-17', 'OPEN', '2026-11-17')
                """
                        .formatted(id));
        assertThat(post("I will call you tomorrow. Anna", Map.of()))
                .isInstanceOf(Dispatch.Posted.class);
    }

    @Test
    void recordingWhatIsPublicAlreadyIsNeverStopped() {
        var draft = new ReplyDraft(LOUD, "", time.now());
        var recorded =
                answering.record(id, stage.version(id), ANNA, ReplyKind.ANSWER, draft, Map.of());
        assertThat(recorded).isInstanceOf(Recording.Recorded.class);
        assertThat(stage.one("SELECT COUNT(*) FROM waiver")).isEqualTo("0");
    }

    @Test
    void reasonsAreKeptWithWhatWasPostedByHandAsWell() {
        var draft = new ReplyDraft(LOUD, "", time.now());
        answering.record(
                id,
                stage.version(id),
                ANNA,
                ReplyKind.ANSWER,
                draft,
                Map.of(key(LOUD), "She wrote so herself."));
        assertThat(stage.one("SELECT r.text FROM waiver w JOIN reply r ON r.id = w.reply_id"))
                .isEqualTo(LOUD);
    }

    @Test
    void aPostThatIsGoneIsToldAndNothingIsLost() {
        stage.execute("UPDATE post SET deleted_at = detected_at, text = '', author_handle = NULL");
        drafts.save(id, ANNA, ReplyKind.ANSWER, SORRY, 0);

        assertThat(post(SORRY, Map.of()))
                .isInstanceOfSatisfying(
                        Dispatch.Invalid.class,
                        invalid ->
                                assertThat(invalid.problems().getFirst().words())
                                        .contains("no longer there", "Your words are kept"));
        assertThat(drafts.find(id, ANNA.memberId())).extracting(Draft::text).containsExactly(SORRY);
    }

    @Test
    void twoPressesOfTheButtonPostOnce() {
        long version = stage.version(id);
        // Whatever loads at first is no part of the race.
        answering.read(id, ANNA.memberId(), ReplyKind.ANSWER, SORRY);
        var both =
                Stream.of(1, 2)
                        .map(_ ->
                                CompletableFuture.supplyAsync(() ->
                                        answering.post(
                                                id,
                                                version,
                                                ANNA,
                                                ReplyKind.ANSWER,
                                                SORRY,
                                                Map.of())))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(letters.sent).hasSize(1);
        assertThat(both).filteredOn(Dispatch.Posted.class::isInstance).hasSize(1);
        assertThat(both)
                .filteredOn(Dispatch.Refused.class::isInstance)
                .singleElement()
                .extracting(it -> ((Dispatch.Refused) it).outcome().inWords())
                .asString()
                .isNotBlank();
    }

    @Test
    void whoeverDoesNotHaveTheCasePostsNothing() {
        assertThat(answering.post(id, stage.version(id), BEN, ReplyKind.ANSWER, SORRY, Map.of()))
                .isEqualTo(new Dispatch.Refused(new Outcome.TakenBy("Anna")));
    }

    @Test
    void whatIsPostedIsNoDraftAnyMore() {
        drafts.save(id, ANNA, ReplyKind.ANSWER, SORRY + "\r\n", 0);
        drafts.save(id, ANNA, ReplyKind.ACKNOWLEDGEMENT, "Another thought", 0);

        post(SORRY, Map.of());

        assertThat(drafts.find(id, ANNA.memberId()))
                .extracting(Draft::text)
                .containsExactly("Another thought");
    }

    @Test
    void aReplyThatIsGivenUpIsADraftAgain() {
        letters.answers(_ -> new Sent.Refused(new Refusal.Denied("too impolite")));
        post(SORRY, Map.of());
        assertThat(drafts.find(id, ANNA.memberId())).isEmpty();

        var outgoing = sending.findOpen(id).getFirst();
        sending.drop(outgoing.id(), id, stage.version(id), ANNA);

        assertThat(drafts.find(id, ANNA.memberId())).extracting(Draft::text).containsExactly(SORRY);
    }

    @Test
    void theTwinIsShownWithWhoSaidItToWhom() {
        var words =
                "Hello @ann, a grinder that breaks so soon is our mistake. Please send us a picture"
                        + " of it, and the workshop looks at it.";
        replies.answer(id, stage.version(id), ANNA, new ReplyDraft(words, "", time.now()));
        long other = stage.complaint("bob");
        time.pass(Duration.ofMinutes(5));

        var reading =
                answering
                        .read(
                                other,
                                BEN.memberId(),
                                ReplyKind.ANSWER,
                                words.replace("@ann", "@bob"))
                        .orElseThrow();

        assertThat(reading.twin())
                .get()
                .satisfies(twin -> {
                    assertThat(twin.percent()).isEqualTo(100);
                    assertThat(twin.text()).isEqualTo(words);
                    assertThat(twin.who()).contains("Anna");
                    assertThat(twin.whom()).contains("ann");
                    assertThat(twin.caseId()).isEqualTo(id);
                });
        assertThat(reading.findings()).extracting(Finding::concern).contains(Concern.LIKENESS);
    }

    @Test
    void anotherBrandsRepliesAreNoTwins() {
        var words =
                "Hello Ann, a grinder that breaks so soon is our mistake. Please send us a picture"
                        + " of it, and the workshop looks at it.";
        replies.answer(id, stage.version(id), ANNA, new ReplyDraft(words, "", time.now()));
        stage.execute("UPDATE cases SET brand_id = 2 WHERE id = " + id);
        long other = stage.complaint("bob");

        assertThat(
                        answering
                                .read(other, BEN.memberId(), ReplyKind.ANSWER, words)
                                .orElseThrow()
                                .twin())
                .isEmpty();
    }

    @Test
    void theOldestBeyondFiveHundredAreForgotten() {
        var words = "Every grinder that breaks so soon is a mistake of our own workshop here.";
        replies.answer(id, stage.version(id), ANNA, new ReplyDraft(words, "", time.now()));
        assertThat(answering.read(id, 11, ReplyKind.ANSWER, words).orElseThrow().twin())
                .isPresent();

        stage.execute(
                """
                INSERT INTO reply (case_id, episode, kind, text, posted_at, recorded_at)
                SELECT %d, 1, 'ANSWER', CONCAT('Reply ', seq), '2026-11-16', '2026-11-16'
                FROM seq_1_to_500
                """
                        .formatted(id));

        assertThat(answering.read(id, 11, ReplyKind.ANSWER, words).orElseThrow().twin()).isEmpty();
    }

    @Test
    void theBrandsWordsAndFactsAreKnownToTheCheck() {
        stage.execute("UPDATE source SET network = 'hackernews' WHERE id = 1");
        var text = "Ask for a Kestrelino on 030 7654321, says Kestrel Coffee.";
        assertThat(musts(text)).containsExactly(Concern.SPELLING, Concern.PRIVATE_DATA);

        snippets.addWord(Stage.BRAND, 13, "Kestrelino");
        snippets.add(Stage.BRAND, 13, "Shop", "The shop answers on 030 7654321 until six.");

        assertThat(musts(text)).isEmpty();
    }

    private List<Concern> musts(String text) {
        // Posting waits for the dictionaries; where it cannot be posted it was still checked.
        return answering.post(id, stage.version(id), ANNA, ReplyKind.ANSWER, text, Map.of())
                        instanceof Dispatch.Unready(var findings)
                ? findings.stream().map(Finding::concern).toList()
                : List.of();
    }

    private Dispatch post(String text, Map<String, String> reasons) {
        return answering.post(id, stage.version(id), ANNA, ReplyKind.ANSWER, text, reasons);
    }

    private String key(String text) {
        return ((Dispatch.Unready) post(text, Map.of())).findings().getFirst().key(text);
    }
}
