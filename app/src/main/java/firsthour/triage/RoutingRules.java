package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.team.Teams;
import firsthour.triage.RoutingRule.Change;
import firsthour.triage.RoutingRule.Draft;
import firsthour.triage.RoutingRule.State;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The rules about where new cases go, as managers write them. A rule goes live only as it was
/// tried, and a live one is switched off before it is changed.
@Singleton
public class RoutingRules {
    private static final int MOST_NAME = 120;
    private static final int MOST_WORD = 60;
    private static final int MOST_LANGUAGE = 35;

    private final RoutingRuleRows rows;
    private final Teams teams;
    private final EventLog events;

    RoutingRules(RoutingRuleRows rows, Teams teams, EventLog events) {
        this.rows = rows;
        this.teams = teams;
        this.events = events;
    }

    /// All rules in the order in which they are asked.
    @Transactional(readOnly = true)
    public List<RoutingRule> list() {
        return rows.list().stream().map(RoutingRuleRow::rule).toList();
    }

    /// The rule; empty when there is none with this id.
    @Transactional(readOnly = true)
    public Optional<RoutingRule> find(long id) {
        return rows.findById(id).map(RoutingRuleRow::rule);
    }

    /// Writes a new rule, which is asked last and does not count yet.
    @Transactional
    public Change draft(Draft draft, long by) {
        var wrong = check(draft);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var row = rows.save(RoutingRuleRow.of(0, rows.findNextPlace(), 0, tidy(draft)));
        events.append(new Event.RuleDrafted(row.id(), by));
        return new Change.Done(row.rule());
    }

    /// Writes a rule anew: it has to be tried again.
    @Transactional
    public Change change(long id, long version, Draft draft, long by) {
        var wrong = check(draft);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (rows.take(id, version) == 0) {
            return refused(
                    id, version, t("The rule is live. Switch it off first, then change it."));
        }
        var place = rows.findById(id).orElseThrow().place();
        rows.update(RoutingRuleRow.of(id, place, version + 1, tidy(draft)));
        events.append(new Event.RuleChanged(id, by));
        return done(id);
    }

    /// Notes that somebody saw what the rule would have done.
    @Transactional
    public Change noteTried(long id, long version, long by) {
        if (rows.tried(id, version) == 0) {
            return refused(id, version, "");
        }
        events.append(new Event.RuleTried(id, by));
        return done(id);
    }

    /// Lets the rule decide about new cases.
    @Transactional
    public Change goLive(long id, long version, long by) {
        if (rows.goLive(id, version) == 0) {
            var live = rows.findById(id).filter(row -> row.state() == State.LIVE).isPresent();
            return refused(
                    id,
                    version,
                    live
                            ? t("The rule is live already.")
                            : t("Try the rule over last month's cases first."));
        }
        events.append(new Event.RuleWentLive(id, by));
        return done(id);
    }

    /// Lets the rule count no more; what it has sent stays where it is.
    @Transactional
    public Change switchOff(long id, long version, long by) {
        if (rows.switchOff(id, version) == 0) {
            return refused(id, version, t("The rule is not live."));
        }
        events.append(new Event.RuleSwitchedOff(id, by));
        return done(id);
    }

    /// Lets the rule be asked before the one above it.
    @Transactional
    public Change moveUp(long id, long by) {
        var all = rows.lockAll();
        var order = new ArrayList<>(all.stream().map(RoutingRuleRow::id).toList());
        int at = order.indexOf(id);
        if (at > 0) {
            Collections.swap(order, at, at - 1);
            for (int place = 1; place <= order.size(); place++) {
                rows.move(order.get(place - 1), place);
            }
            events.append(new Event.RuleMoved(id, by));
        }
        return done(id);
    }

    /// Removes a rule that is not live.
    @Transactional
    public Change remove(long id, long version, long by) {
        var rule = find(id);
        if (rows.remove(id, version) == 0 || rule.isEmpty()) {
            return refused(
                    id, version, t("The rule is live. Switch it off first, then remove it."));
        }
        events.append(new Event.RuleRemoved(id, by));
        return new Change.Done(rule.get());
    }

    private Change done(long id) {
        return find(id).<Change>map(Change.Done::new).orElseGet(Change.Gone::new);
    }

    /// Why a conditional update changed nothing.
    private Change refused(long id, long version, String otherwise) {
        var row = rows.findById(id).orElse(null);
        if (row == null) {
            return new Change.Gone();
        }
        return new Change.Refused(
                row.version() != version
                        ? t(
                                "Somebody else changed this rule meanwhile. Nothing of yours was saved; look again, then repeat it.")
                        : otherwise);
    }

    private Optional<Change> check(Draft draft) {
        var name = draft.name().strip();
        if (name.isEmpty() || name.length() > MOST_NAME) {
            return Optional.of(
                    new Change.Refused(t("Give the rule a name of at most 120 characters.")));
        }
        if (isLong(draft.conditions().topic(), MOST_WORD)
                || isLong(draft.target().skill(), MOST_WORD)
                || isLong(draft.conditions().language(), MOST_LANGUAGE)) {
            return Optional.of(
                    new Change.Refused(t("Write topic, language and skill in one word each.")));
        }
        if (draft.target().teamId().filter(id -> teams.find(id).isEmpty()).isPresent()) {
            return Optional.of(
                    new Change.Refused(t("That team is gone. Nothing was saved; choose another.")));
        }
        return Optional.empty();
    }

    private static boolean isLong(Optional<String> word, int most) {
        return word.filter(text -> text.length() > most).isPresent();
    }

    private static Draft tidy(Draft draft) {
        return new Draft(draft.name().strip(), draft.conditions(), draft.target());
    }
}
