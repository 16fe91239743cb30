package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.brand.Brands;
import firsthour.response.Snippet;
import firsthour.response.Snippets;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.LookRule;
import firsthour.triage.LookRules;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What those who answer for a brand are given, and what is looked at before it is posted.
@Controller(ApiPath.ROOT + "/brands/{id}")
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Brands")
@Tag(name = "scope READ")
final class ApiRulesController {
    private final Brands brands;
    private final Snippets snippets;
    private final LookRules rules;

    ApiRulesController(Brands brands, Snippets snippets, LookRules rules) {
        this.brands = brands;
        this.snippets = snippets;
        this.rules = rules;
    }

    /// A fact to insert into a reply.
    record FactJson(long id, String name, String text, long version) {
        static FactJson of(Snippet fact) {
            return new FactJson(fact.id(), fact.name(), fact.text(), fact.version());
        }
    }

    /// Of which cases' replies a colleague has to approve. All that is asked must hold.
    ///
    /// @param minSeverity 0 to 100; null where it is not asked
    /// @param minReach about how many read the post; null where it is not asked
    /// @param vip only of customers whom a manager named
    /// @param agentsOnly only what agents write, not what managers do
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LookRuleJson(
            long id,
            String name,
            @Nullable Integer minSeverity,
            @Nullable Long minReach,
            boolean vip,
            boolean agentsOnly) {
        static LookRuleJson of(LookRule rule) {
            var severity = rule.conditions().minSeverity();
            var reach = rule.conditions().minReach();
            return new LookRuleJson(
                    rule.id(),
                    rule.name(),
                    severity.isPresent() ? severity.getAsInt() : null,
                    reach.isPresent() ? reach.getAsLong() : null,
                    rule.conditions().vip(),
                    rule.agentsOnly());
        }
    }

    /// The facts of a brand, in the order in which they were added.
    ///
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get("/facts")
    Listing<FactJson> listFacts(
            long id, @QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        check(id);
        return Listing.of(
                snippets.list(id).stream().map(FactJson::of).toList(), FactJson::id, after, limit);
    }

    /// The rules by which replies of a brand need a second look, in the order in which they were
    /// added: whichever fits asks for one.
    ///
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get("/look-rules")
    Listing<LookRuleJson> listLookRules(
            long id, @QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        check(id);
        return Listing.of(
                rules.list(id).stream().map(LookRuleJson::of).toList(),
                LookRuleJson::id,
                after,
                limit);
    }

    private void check(long id) {
        if (brands.find(id).isEmpty()) {
            throw Refused.missing("brand", id);
        }
    }
}
