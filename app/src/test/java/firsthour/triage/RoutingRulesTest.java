package firsthour.triage;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.triage.RoutingRule.Change;
import firsthour.triage.RoutingRule.Draft;
import firsthour.triage.RoutingRule.State;
import firsthour.triage.RoutingTarget.Manner;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class RoutingRulesTest {
    private static final long BY = 13;

    private final RoutingRules rules;
    private final Vips vips;
    private final Stage stage;

    RoutingRulesTest(RoutingRules rules, Vips vips, Stage stage) {
        this.rules = rules;
        this.vips = vips;
        this.stage = stage;
    }

    @BeforeEach
    void aTeam() {
        stage.reset();
        stage.execute("INSERT INTO team VALUES (7, 'Delivery', '2026-01-01')");
    }

    @Test
    void aRuleGoesLiveOnlyAsItWasTried() {
        var rule = drafted("All");
        assertThat(rules.goLive(rule.id(), rule.version(), BY))
                .isEqualTo(new Change.Refused("Try the rule over last month's cases first."));
        rules.noteTried(rule.id(), rule.version(), BY);
        rules.change(rule.id(), rule.version(), draft("Other"), BY);
        var changed = rules.find(rule.id()).orElseThrow();
        assertThat(changed.tried()).isFalse();
        assertThat(rules.goLive(rule.id(), changed.version(), BY))
                .isEqualTo(new Change.Refused("Try the rule over last month's cases first."));
        rules.noteTried(rule.id(), changed.version(), BY);
        assertThat(rules.goLive(rule.id(), changed.version(), BY)).isInstanceOf(Change.Done.class);
        assertThat(rules.find(rule.id()).orElseThrow().state()).isEqualTo(State.LIVE);
    }

    @Test
    void aLiveRuleIsSwitchedOffBeforeItIsChangedOrRemoved() {
        var rule = live("All");
        assertThat(message(rules.change(rule.id(), rule.version(), draft("Other"), BY)))
                .isEqualTo("The rule is live. Switch it off first, then change it.");
        assertThat(message(rules.remove(rule.id(), rule.version(), BY)))
                .isEqualTo("The rule is live. Switch it off first, then remove it.");
        rules.switchOff(rule.id(), rule.version(), BY);
        var off = rules.find(rule.id()).orElseThrow();
        assertThat(off.state()).isEqualTo(State.OFF);
        assertThat(off.tried()).isFalse();
        assertThat(rules.remove(rule.id(), off.version(), BY)).isInstanceOf(Change.Done.class);
        assertThat(rules.list()).isEmpty();
    }

    @Test
    void aStaleTabChangesNothing() {
        var rule = drafted("All");
        rules.change(rule.id(), rule.version(), draft("Newer"), BY);
        for (var stale :
                new Change[] {
                    rules.change(rule.id(), rule.version(), draft("Older"), BY),
                    rules.noteTried(rule.id(), rule.version(), BY),
                    rules.goLive(rule.id(), rule.version(), BY),
                    rules.remove(rule.id(), rule.version(), BY)
                }) {
            assertThat(message(stale)).startsWith("Somebody else changed this rule meanwhile.");
        }
        assertThat(rules.find(rule.id()).orElseThrow().name()).isEqualTo("Newer");
    }

    @Test
    void rulesAreAskedInTheirOrder() {
        var first = drafted("First");
        var second = drafted("Second");
        var third = drafted("Third");
        rules.moveUp(third.id(), BY);
        rules.moveUp(third.id(), BY);
        rules.moveUp(third.id(), BY);
        assertThat(rules.list())
                .extracting(RoutingRule::id)
                .containsExactly(third.id(), first.id(), second.id());
        assertThat(stage.one("SELECT COUNT(*) FROM event_log WHERE type = 'RuleMoved'"))
                .isEqualTo("2");
    }

    @Test
    void aRuleNamesATeamThatThereIs() {
        var gone =
                new Draft(
                        "Gone",
                        RoutingConditions.ANY,
                        new RoutingTarget(Optional.of(99L), Optional.empty(), Manner.POOL));
        assertThat(message(rules.draft(gone, BY))).contains("That team is gone");
        assertThat(message(rules.draft(draft(" "), BY))).contains("Give the rule a name");
        assertThat(rules.list()).isEmpty();
    }

    @Test
    void aVipIsNamedOnceInWhateverSpelling() {
        assertThat(vips.add(1, "mastodon", "@Ann", BY)).isEmpty();
        assertThat(vips.add(1, "mastodon", "ann", BY)).contains("ann is named already.");
        assertThat(vips.add(1, "mastodon", " ", BY)).isPresent();
        var ann = vips.list().getFirst();
        vips.remove(ann.id(), BY);
        vips.remove(ann.id(), BY);
        assertThat(vips.list()).isEmpty();
        assertThat(stage.column("SELECT type FROM event_log ORDER BY id"))
                .containsExactly("VipNamed", "VipDropped");
    }

    private RoutingRule live(String name) {
        var rule = drafted(name);
        rules.noteTried(rule.id(), rule.version(), BY);
        rules.goLive(rule.id(), rule.version(), BY);
        return rules.find(rule.id()).orElseThrow();
    }

    private RoutingRule drafted(String name) {
        if (rules.draft(draft(name), BY) instanceof Change.Done(var rule)) {
            return rule;
        }
        throw new AssertionError(name);
    }

    private static Draft draft(String name) {
        return new Draft(
                name,
                RoutingConditions.ANY,
                new RoutingTarget(Optional.of(7L), Optional.empty(), Manner.POOL));
    }

    private static String message(Change change) {
        return change instanceof Change.Refused(var words) ? words : change.toString();
    }
}
