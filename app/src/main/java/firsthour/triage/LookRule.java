package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.team.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Of which cases' replies a colleague has to approve, before they are posted from here. All that
/// is asked must hold; a rule that asks nothing is for every reply of its brand.
///
/// @param agentsOnly whether only what agents write is looked at, and not what managers do
public record LookRule(
        long id, long brandId, String name, RoutingConditions conditions, boolean agentsOnly) {

    /// What is asked, in words; empty where nothing is.
    public List<String> inWords() {
        var words = new ArrayList<>(conditions.inWords());
        if (agentsOnly) {
            words.add(t("written by an agent"));
        }
        return words;
    }

    boolean fits(RoutingFacts facts, Role author) {
        return conditions.fit(facts) && !(agentsOnly && author.includes(Role.MANAGER));
    }

    /// A rule as it is written.
    ///
    /// @param minSeverity 0 to 100; empty where it is not asked
    /// @param minReach about how many read the post; empty where it is not asked
    /// @param vip only authors whom a manager named
    public record Draft(
            String name,
            OptionalInt minSeverity,
            OptionalLong minReach,
            boolean vip,
            boolean agentsOnly) {}
}
