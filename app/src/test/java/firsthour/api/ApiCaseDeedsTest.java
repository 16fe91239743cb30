package firsthour.api;

import firsthour.api.CaseStages.State;
import firsthour.api.CaseStages.Who;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class ApiCaseDeedsTest {
    private final Stage stage;
    private final CaseStages stages;

    ApiCaseDeedsTest(Stage stage, CaseStages stages) {
        this.stage = stage;
        this.stages = stages;
    }

    @ParameterizedTest
    @EnumSource
    void dump(State state) throws Exception {
        stages.reset();
        var lines = new ArrayList<String>();
        var at = stages.place(state);
        long start = System.nanoTime();
        int placed = 1;
        for (var deed : CaseDeed.values()) {
            for (var who : Who.values()) {
                for (var right : new boolean[] {true, false}) {
                    long version = stage.version(at.id());
                    int events = stage.events(at.id()).size();
                    long cause = at.the(CaseStages.Thing.CAUSE);
                    if (cause == CaseStages.NOTHING) {
                        cause = deed == CaseDeed.CAUSE ? 0 : cause;
                    }
                    var answer =
                            stages.with(who)
                                    .post(
                                            deed.path(at),
                                            deed.body(
                                                    at,
                                                    right ? version : version - 1,
                                                    right ? cause : CaseStages.NOTHING - 1));
                    boolean same =
                            stage.version(at.id()) == version
                                    && stage.events(at.id()).size() == events;
                    lines.add(
                            String.join(
                                    "\t",
                                    state.name(),
                                    deed.name(),
                                    who.name(),
                                    right ? "right" : "stale",
                                    String.valueOf(answer.status()),
                                    same ? "same" : "changed",
                                    answer.text("code"),
                                    answer.text("detail"),
                                    answer.status() == 500 ? answer.response().body() : ""));
                    if (answer.status() == 200 || !same) {
                        at = stages.place(state);
                        placed++;
                    }
                }
            }
        }
        lines.add("# " + placed + " in " + (System.nanoTime() - start) / 1_000_000);
        Files.write(Path.of("/tmp/q/s15/rest-dump-" + state + ".txt"), lines);
    }
}
