package firsthour.web.routing;

import static firsthour.language.Texts.t;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules about where new cases go.
///
/// @param rules in the order in which they are asked
/// @param form what was typed for a new rule
/// @param errors of that
@Introspected
public record RoutingView(
        List<Rule> rules, List<Customer> vips, Choices choices, RuleForm form, FormErrors errors) {

    /// A rule.
    ///
    /// @param asks which cases it is about, in words
    /// @param sends where they go, in words
    /// @param state "live", "draft" or "off"
    public record Rule(
            long id, String name, String asks, String sends, String state, boolean first) {

        public boolean live() {
            return state.equals("live");
        }

        /// Its state as people read it.
        public String stateWords() {
            return switch (state) {
                case "live" -> t("live");
                case "off" -> t("off");
                default -> t("draft");
            };
        }
    }

    /// A customer whose cases are looked at with care.
    public record Customer(long id, String words) {}

    /// Something to choose.
    public record Choice(String value, String label) {}

    /// What can be chosen for a rule.
    public record Choices(
            List<Choice> brands,
            List<Choice> networks,
            List<Choice> topics,
            List<Choice> kinds,
            List<Choice> teams,
            List<Choice> manners) {}

    /// One rule.
    ///
    /// @param form what was typed, or the rule as it stands
    /// @param dryRun null while this version was not tried
    @Introspected
    public record RulePage(
            Rule rule, Choices choices, RuleForm form, FormErrors errors, @Nullable Tried dryRun) {}

    /// What the rule would have done.
    ///
    /// @param summary a sentence
    /// @param fates the newest first, and no more than fit on a page
    /// @param left how many cases are not shown
    public record Tried(String summary, List<Fate> fates, int left, List<Load> loads) {}

    /// Where one case would have gone.
    public record Fate(long caseId, String words, String person, Instant openedAt) {}

    /// How much somebody would have had to do.
    ///
    /// @param full whether there would have been no room left at some moment
    public record Load(
            String name, int given, int byThis, int mostAtOnce, int capacity, boolean full) {}
}
