package firsthour.demo;

import firsthour.response.Snippets;
import firsthour.team.Teams;
import firsthour.triage.RoutingConditions;
import firsthour.triage.RoutingRule;
import firsthour.triage.RoutingRules;
import firsthour.triage.RoutingTarget;
import firsthour.triage.SavedView;
import firsthour.triage.SavedViews;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// How the invented desk is furnished: its teams, a rule that waits to be tried, a view that its
/// people share, and the facts that they look up while they answer.
@Singleton
class SampleHouse {
    private static final String MADE_BY = "maya";
    private static final int MANY_READERS = 5_000;

    private final Teams teams;
    private final RoutingRules rules;
    private final SavedViews views;
    private final Snippets snippets;
    private final SampleStaff staff;

    SampleHouse(
            Teams teams,
            RoutingRules rules,
            SavedViews views,
            Snippets snippets,
            SampleStaff staff) {
        this.teams = teams;
        this.rules = rules;
        this.views = views;
        this.snippets = snippets;
        this.staff = staff;
    }

    void furnish(long brandId) {
        var by = staff.id(MADE_BY);
        var desk = team("Service desk", by);
        var press = team("Press desk", by);
        teams.belong(staff.id("tom"), Set.of(desk), by);
        teams.belong(staff.id("maya"), Set.of(desk), by);
        teams.belong(staff.id("ruth"), Set.of(desk, press), by);
        var written = rules.draft(manyReaders(press), by);
        if (!(written instanceof RoutingRule.Change.Done)) {
            throw new IllegalStateException("The sample's rule was refused: " + written);
        }
        share("Complaints that run out", "tab=soon&kind=complaint", desk);
        snippets.add(brandId, by, "Returns", "Unopened bags go back free of charge for 30 days.");
        snippets.add(brandId, by, "Delivery", "Orders placed before 14:00 leave the same day.");
        snippets.add(brandId, by, "Grinder spares", "Burrs and hoppers are kept for ten years.");
        snippets.addWord(brandId, by, "Kestrelino");
    }

    private void share(String name, String filters, long team) {
        var saved = views.save(name, filters, Optional.of(team), staff.actor(MADE_BY));
        if (!(saved instanceof SavedView.Change.Done)) {
            throw new IllegalStateException("The sample's view was refused: " + saved);
        }
    }

    private long team(String name, long by) {
        return switch (teams.add(name, by)) {
            case Teams.Change.Done(var team) -> team.id();
            case Teams.Change.Refused(String message) -> throw new IllegalStateException(message);
        };
    }

    private static RoutingRule.Draft manyReaders(long team) {
        return new RoutingRule.Draft(
                "Many readers",
                new RoutingConditions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalLong.of(MANY_READERS),
                        OptionalInt.empty(),
                        false),
                new RoutingTarget(Optional.of(team), Optional.empty(), RoutingTarget.Manner.TURN));
    }
}
