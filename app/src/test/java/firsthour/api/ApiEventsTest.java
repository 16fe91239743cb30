package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.ApiTokens;
import firsthour.security.Scope;
import firsthour.team.Members;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The stream of events, over real HTTP.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ApiEventsTest {
    private final Stage stage;
    private final Programs programs;
    private final ApiTokens tokens;
    private final Members members;
    private final Cases cases;
    private final ControlledTime time;
    private Program vera;

    ApiEventsTest(
            Stage stage,
            Programs programs,
            ApiTokens tokens,
            Members members,
            Cases cases,
            ControlledTime time) {
        this.stage = stage;
        this.programs = programs;
        this.tokens = tokens;
        this.members = members;
        this.cases = cases;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
        programs.of(Role.ADMIN);
        vera = programs.of(Stage.VERA);
    }

    @Test
    void eventsAreReadPartByPartFromAPlaceOn() {
        var start = vera.get("/events?after=latest").body();
        assertThat(start.path("items")).isEmpty();
        assertThat(start.path("more").asBoolean()).isFalse();
        var id = stage.complaint("ann");
        cases.claim(id, stage.version(id), Stage.ANNA);

        var types = new ArrayList<String>();
        var after = start.path("next").asText();
        while (true) {
            var part = vera.get("/events?limit=2&after=" + after).body();
            part.path("items").forEach(item -> types.add(item.path("type").asText()));
            after = part.path("next").asText();
            if (!part.path("more").asBoolean()) {
                break;
            }
        }
        assertThat(types).isEqualTo(stage.events(id));
        assertThat(vera.get("/events?after=" + after).body().path("items")).isEmpty();
        assertThat(vera.get("/events?after=" + after).body().path("next").asText())
                .isEqualTo(after);
        assertThat(vera.get("/events?limit=1").body().path("more").asBoolean()).isTrue();
    }

    @Test
    void anEventHoldsIdsAndPrimitivesAlone() {
        var start = vera.get("/events?after=latest").text("next");
        var id = stage.complaint("ann");
        cases.claim(id, stage.version(id), Stage.ANNA);
        var told = vera.get("/events?after=" + start);
        assertThat(told.response().body())
                .doesNotContain("late again")
                .doesNotContain("\"ann\"")
                .doesNotContain("Anna");
        var claimed = told.body().path("items").path(told.body().path("items").size() - 1);
        assertThat(claimed.path("data").toString())
                .isEqualTo("{\"caseId\":%d,\"brandId\":1,\"memberId\":11}".formatted(id));
        assertThat(claimed.path("caseId").asLong()).isEqualTo(id);
        assertThat(claimed.path("memberId").asLong()).isEqualTo(11);
        assertThat(claimed.path("at").asText()).isEqualTo(time.now().toString());
        assertThat(told.response().body()).contains("\"dueAt\":\"2026-11-16T13:20:00Z\"");
    }

    @Test
    void aStreamGoesOnFromTheLastEventAndTellsWhatIsNew() throws Exception {
        var start = vera.get("/events?after=latest").text("next");
        var id = stage.complaint("ann");
        var first = vera.get("/events?limit=1&after=" + start).body().path("items").path(0);

        try (var lines = stream(vera, first.path("position").asText()).body()) {
            var told = lines.iterator();
            var before = read(told, stage.events(id).size() - 1);
            assertThat(before.stream().map(SseEvent::name).toList())
                    .isEqualTo(stage.events(id).subList(1, stage.events(id).size()));
            cases.claim(id, stage.version(id), Stage.ANNA);
            var claimed = read(told, 1).getFirst();
            assertThat(claimed.name()).isEqualTo("CaseClaimed");
            assertThat(claimed.data()).contains("\"position\":" + claimed.id(), "\"memberId\":11");
        }
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        var member = members.get(Stage.VERA.memberId());
        var made = programs.made(member, Set.of(Scope.READ));
        var program = programs.with(made.secret());
        var start = program.get("/events?after=latest").text("next");
        try (var lines = stream(program, start).body()) {
            tokens.withdraw(made.token().id(), member.id());
            // Were it to go on, this would never come to an end.
            assertThat(lines.filter(line -> line.startsWith("event: Case"))).isEmpty();
        }
    }

    @Test
    void aTokenHasFewStreamsAtATime() throws Exception {
        var start = vera.get("/events?after=latest").text("next");
        var open = new ArrayList<Stream<String>>();
        for (int i = 0; i < EventStreams.MOST_WITH_A_TOKEN; i++) {
            var answer = stream(vera, start);
            assertThat(answer.statusCode()).isEqualTo(200);
            open.add(answer.body());
        }
        try (var refused = stream(vera, start).body()) {
            assertThat(refused.toList().toString()).contains("THROTTLED", "Close one first");
        }
        open.forEach(Stream::close);
    }

    @Test
    void aStreamNamesAPlaceThatIsNone() throws Exception {
        var answer = stream(vera, "yesterday");
        assertThat(answer.statusCode()).isEqualTo(400);
        try (var lines = answer.body()) {
            assertThat(lines.toList().toString()).contains("\"field\":\"after\"");
        }
    }

    private record SseEvent(String id, String name, String data) {}

    private static HttpResponse<Stream<String>> stream(Program program, String lastEventId)
            throws IOException, InterruptedException {
        return program.client()
                .send(
                        program.request("/events/stream")
                                .header("Accept", "text/event-stream")
                                .header("Last-Event-ID", lastEventId)
                                .GET()
                                .build(),
                        BodyHandlers.ofLines());
    }

    private static List<SseEvent> read(Iterator<String> lines, int most) {
        var events = new ArrayList<SseEvent>();
        String id = "";
        String name = "";
        String data = "";
        while (events.size() < most && lines.hasNext()) {
            var line = lines.next();
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring(5).strip();
            } else if (line.isEmpty()) {
                if (!name.equals("alive")) {
                    events.add(new SseEvent(id, name, data));
                }
                id = "";
                name = "";
                data = "";
            }
        }
        return events;
    }
}
