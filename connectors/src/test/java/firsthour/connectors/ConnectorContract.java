package firsthour.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every network keeps to, tried over real HTTP. A subclass plays the network's server.
public abstract class ConnectorContract extends TroubleContract {
    private static final String LOGIN =
            "<!DOCTYPE html><html><body><form action=/login>Sign in</form></body></html>";

    /// Settings that are wrong, each with the field that is named for it.
    protected abstract Map<Settings, String> wrongSettings();

    /// Whether the network says 304 when nothing changed.
    protected abstract boolean knowsUnchanged();

    /// Whether the network shows the newest posts first.
    protected boolean newestFirst() {
        return false;
    }

    @Test
    void bringsEachPostOnceAndPageAfterPageInOrder() {
        List<Sample> posts = Sample.some(many(), 1, START.minus(Duration.ofDays(6)), 150);
        holds(posts);

        List<Pull.Page> pages = drain(Checkpoint.NONE);

        assertThat(ids(pages)).containsExactlyInAnyOrderElementsOf(idsOf(posts));
        for (int i = 1; i < pages.size(); i++) {
            Pull.Page one = pages.get(newestFirst() ? i : i - 1);
            Pull.Page later = pages.get(newestFirst() ? i - 1 : i);
            if (!one.posts().isEmpty() && !later.posts().isEmpty()) {
                assertThat(newest(one)).isBeforeOrEqualTo(oldest(later));
            }
        }
    }

    @Test
    void aPullThatIsRepeatedFromItsCheckpointBringsTheSame() {
        holds(Sample.some(many(), 1, START.minus(Duration.ofDays(6)), 150));
        Checkpoint checkpoint = Checkpoint.NONE;
        boolean more = true;
        while (more) {
            Pull.Page page = page(checkpoint);

            assertThat(page(checkpoint)).isEqualTo(page);

            checkpoint = page.next();
            more = page.more();
        }
    }

    @Test
    void goesOnFromACheckpointWithoutGapOrRepeat() {
        List<Sample> posts = new ArrayList<>(Sample.some(20, 1, START.minusSeconds(900), 40));
        holds(posts);
        Checkpoint checkpoint = last(drain(Checkpoint.NONE)).next();

        for (int round = 1; round <= 3; round++) {
            List<Sample> added = Sample.some(5, round * 100, clock.instant().plusSeconds(1), 7);
            posts.addAll(added);
            posts.sort(Comparator.comparing(Sample::at));
            holds(posts);
            later(Duration.ofMinutes(5));
            List<Pull.Page> pages = drain(checkpoint);
            checkpoint = last(pages).next();

            assertThat(ids(pages)).containsExactlyInAnyOrderElementsOf(idsOf(added));
        }
    }

    @Test
    void nothingNewIsNoRefusal() {
        holds(Sample.some(3, 1, START.minusSeconds(900), 40));
        Checkpoint checkpoint = last(drain(Checkpoint.NONE)).next();

        Pull again = pull(checkpoint);

        if (knowsUnchanged()) {
            assertThat(again).isEqualTo(new Pull.Unchanged(checkpoint, Budget.UNSAID));
        } else {
            assertThat(((Pull.Page) again).posts()).isEmpty();
        }
    }

    @Test
    void aRefusalLosesNothingThatCameBeforeOrMeanwhile() {
        List<Sample> posts = new ArrayList<>(Sample.some(5, 1, START.minusSeconds(900), 40));
        holds(posts);
        Checkpoint checkpoint = last(drain(Checkpoint.NONE)).next();
        List<Sample> meanwhile = Sample.some(2, 50, START.plusSeconds(5), 5);
        posts.addAll(meanwhile);

        says(aResponse().withStatus(500));
        later(Duration.ofMinutes(2));
        assertThat(pull(checkpoint)).isInstanceOf(Pull.Refused.class);

        holds(posts);
        assertThat(ids(drain(checkpoint))).containsExactlyInAnyOrderElementsOf(idsOf(meanwhile));
    }

    @Test
    void tooManyRequestsSayUntilWhen() {
        says(aResponse().withStatus(429).withHeader("Retry-After", "30"));
        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited -> assertThat(limited.until()).contains(START.plusSeconds(30)));
    }

    @Test
    void tooManyRequestsMayNotSayUntilWhen() {
        says(aResponse().withStatus(429));
        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited -> assertThat(limited.until()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void troubleOfTheServerPasses(int status) {
        says(aResponse().withStatus(status).withBody(LOGIN));
        assertThat(refusal()).isInstanceOf(Refusal.Transient.class);
    }

    @Test
    void aTimeOutPasses() {
        says(aResponse().withFixedDelay(30_000));
        Limits impatient =
                new Limits(
                        QUICK.connect(),
                        Duration.ofMillis(300),
                        QUICK.total(),
                        QUICK.body(),
                        QUICK.redirects(),
                        QUICK.longestWait());
        try (Outbound way = new Outbound(clock, "127.0.0.1"::equals, impatient)) {
            Pull pull = connector(way).pull(settings(address()), search(), Checkpoint.NONE);

            assertThat(((Pull.Refused) pull).refusal())
                    .isInstanceOfSatisfying(
                            Refusal.Transient.class,
                            late -> assertThat(late.detail()).contains("too long"));
        }
    }

    @Test
    void aConnectionThatBreaksPasses() {
        for (Fault fault : List.of(Fault.RANDOM_DATA_THEN_CLOSE, Fault.EMPTY_RESPONSE)) {
            says(aResponse().withFault(fault));
            assertThat(refusal()).isInstanceOf(Refusal.Transient.class);
        }
    }

    @Test
    void aBodyThatBreaksOffPasses() {
        List<Sample> posts = Sample.some(3, 1, START.minusSeconds(900), 40);
        answers(request -> {
            ResponseDefinition whole = answer(request, posts).build();
            String body = whole.getBody();
            return ResponseDefinitionBuilder.like(whole)
                    .withBody(body.substring(0, body.length() * 2 / 3));
        });
        assertThat(refusal()).isInstanceOf(Refusal.Transient.class);
    }

    @Test
    void aLoginPageMeansThatTheSourceChanged() {
        says(aResponse().withHeader("Content-Type", "text/html").withBody(LOGIN));
        assertThat(refusal()).isInstanceOf(Refusal.SourceChanged.class);
    }

    @Test
    void aRedirectToALoginPageMeansThatTheSourceChanged() {
        answers(request ->
                request.getUrl().startsWith("/login")
                        ? aResponse().withBody(LOGIN)
                        : aResponse().withStatus(302).withHeader("Location", "/login"));
        assertThat(refusal()).isInstanceOf(Refusal.SourceChanged.class);
    }

    @Test
    void anAnswerOfAnUnknownShapeMeansThatTheSourceChanged() {
        says(aResponse().withHeader("Content-Type", "application/json").withBody("{\"items\":[]}"));
        assertThat(refusal()).isInstanceOf(Refusal.SourceChanged.class);
    }

    @ParameterizedTest
    @CsvSource({
        "401, application/json, Unauthorised",
        "403, application/json, Unauthorised",
        "403, text/html, Denied",
        "404, text/html, Misconfigured",
        "410, text/html, Gone",
        "418, text/html, SourceChanged"
    })
    void eachStatusHasItsRemedy(int status, String type, String refusal) {
        says(aResponse().withStatus(status).withHeader("Content-Type", type).withBody("no"));
        assertThat(refusal().getClass().getSimpleName()).isEqualTo(refusal);
    }

    @Test
    void aPrivateAddressThatIsNotAllowedIsDenied() {
        try (Outbound strict = new Outbound(clock, host -> false, QUICK)) {
            Pull pull = connector(strict).pull(settings(address()), search(), Checkpoint.NONE);

            assertThat(((Pull.Refused) pull).refusal()).isInstanceOf(Refusal.Denied.class);
        }
    }

    @Test
    void textsOfAllKindsArriveAsTheyWereWritten() {
        String longest = ("Acme " + "wait ".repeat(20_000)).substring(0, 99_999) + ".";
        List<String> texts =
                List.of(
                        "Acme 🙂👩‍👩‍👧‍👦🇺🇦 \uD83E\uDEE0",
                        "חבילה מ-Acme לא הגיעה",
                        "لم تصل طلبيتي من Acme بعد",
                        "Acme <3 & \"quotes\" 'n' 5 > 4",
                        "Acme ไทย 日本語 한국어 Ελληνικά",
                        longest);
        List<Sample> posts = new ArrayList<>();
        for (String text : texts) {
            posts.add(new Sample(posts.size() + 1, text, START.minusSeconds(500 - posts.size())));
        }
        holds(posts);

        List<Post> got =
                drain(Checkpoint.NONE).stream().flatMap(page -> page.posts().stream()).toList();

        assertThat(got).extracting(Post::text).containsExactlyInAnyOrderElementsOf(texts);
    }

    @Test
    void aPostThatIsTooLongIsRejectedAloneAndOnce() {
        Sample good = new Sample(1, "Acme is late", START.minusSeconds(300));
        Sample tooLong = new Sample(2, "Acme " + "x".repeat(100_000), START.minusSeconds(200));
        holds(List.of(good, tooLong));

        List<Pull.Page> pages = drain(Checkpoint.NONE);

        assertThat(ids(pages)).containsExactly(idOf(good));
        assertThat(pages.stream().flatMap(page -> page.rejected().stream()))
                .singleElement()
                .matches(r -> r.where().contains(idOf(tooLong)))
                .matches(r -> r.reason().contains("100000"));
        later(Duration.ofMinutes(1));
        assertThat(pull(last(pages).next()))
                .matches(again -> !(again instanceof Pull.Page p) || p.rejected().isEmpty());
    }

    @Test
    void aWrongSettingIsNamed() {
        wrongSettings()
                .forEach((settings, field) -> {
                    Pull pull = connector(outbound).pull(settings, search(), Checkpoint.NONE);
                    assertThat(((Pull.Refused) pull).refusal())
                            .isInstanceOfSatisfying(
                                    Refusal.Misconfigured.class,
                                    wrong -> assertThat(wrong.field()).isEqualTo(field));
                });
    }

    @Test
    void theDescriptorNamesEachFieldOnceAndWhatCannotBeSeen() {
        Descriptor descriptor = connector(outbound).descriptor();

        assertThat(descriptor.network()).matches("[a-z][a-z0-9]{0,31}");
        assertThat(descriptor.fields()).extracting(Descriptor.Field::name).doesNotHaveDuplicates();
        assertThat(descriptor.blindSpots()).isNotEmpty().allMatch(spot -> spot.endsWith("."));
        assertThat(descriptor.interval()).isPositive();
    }

    @Test
    void noRefusalNamesTheQueryOrTheBodyOfAnAnswer() {
        says(aResponse().withStatus(500).withBody("customer-words"));
        assertThat(refusal().detail()).doesNotContain("customer-words").doesNotContain("Acme");
    }

    private List<String> idsOf(List<Sample> posts) {
        return posts.stream().map(this::idOf).toList();
    }

    private static Instant newest(Pull.Page page) {
        return page.posts().stream()
                .map(Post::publishedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant oldest(Pull.Page page) {
        return page.posts().stream()
                .map(Post::publishedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
