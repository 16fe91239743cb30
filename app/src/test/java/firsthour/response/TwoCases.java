package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockState;
import firsthour.clocks.Clocks;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.CaseState;
import firsthour.triage.Cases;
import firsthour.triage.Mergers.Pair;
import firsthour.triage.Outcome;
import firsthour.triage.Outcome.NotPossible;
import firsthour.triage.Stage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/// Ann's complaint, and her review of ten minutes later, which speaks for itself: both are Anna's.
@Singleton
class TwoCases {
    private final Merging merging;
    private final Cases cases;
    private final Clocks clocks;
    private final Stage stage;
    private final ControlledTime time;
    private long older;
    private long newer;

    TwoCases(Merging merging, Cases cases, Clocks clocks, Stage stage, ControlledTime time) {
        this.merging = merging;
        this.cases = cases;
        this.clocks = clocks;
        this.stage = stage;
        this.time = time;
    }

    void reset() {
        stage.reset();
        older = stage.complaint("ann");
        time.pass(Duration.ofMinutes(10));
        newer = review("ann");
        cases.claim(older, 0, ANNA);
        cases.claim(newer, 0, ANNA);
    }

    long older() {
        return older;
    }

    long newer() {
        return newer;
    }

    long review(String author) {
        var number = Integer.parseInt(stage.one("SELECT COUNT(*) FROM post"));
        var mention =
                stage.post("review of %s %d".formatted(author, number))
                        .author(author)
                        .rating(1)
                        .mention();
        stage.score(mention, "NEGATIVE", .95, .01, null);
        stage.triage();
        return stage.caseOf(mention);
    }

    Pair pair(OptionalLong keep) {
        return new Pair(
                newer, stage.version(newer), older, OptionalLong.of(stage.version(older)), keep);
    }

    Outcome merge(Actor actor) {
        return merging.merge(pair(OptionalLong.empty()), actor);
    }

    Outcome merge(long into, long from, Actor actor) {
        return merging.merge(
                new Pair(
                        into,
                        stage.version(into),
                        from,
                        OptionalLong.of(stage.version(from)),
                        OptionalLong.of(into)),
                actor);
    }

    Outcome splitBack(long from, long merged, Actor actor) {
        return merging.splitBack(from, stage.version(from), merged, actor);
    }

    CaseState state(long id) {
        return cases.find(id).orElseThrow().state();
    }

    List<ClockState> states(long id) {
        return clocks.findByCase(id).stream().map(CaseClock::state).toList();
    }

    String posts(long id) {
        return stage.one("SELECT COUNT(*) FROM mention WHERE case_id = " + id);
    }

    ReplyDraft said(String words) {
        return new ReplyDraft(words, "", time.now());
    }

    static String advice(Outcome outcome) {
        assertThat(outcome).isInstanceOf(NotPossible.class);
        return outcome.inWords();
    }
}
