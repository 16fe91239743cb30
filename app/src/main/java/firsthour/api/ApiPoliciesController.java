package firsthour.api;

import firsthour.brand.Brands;
import firsthour.brand.Sources;
import firsthour.clocks.Circumstances;
import firsthour.clocks.Policies;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What a brand promises, and when a word would be due.
@Controller(ApiPath.ROOT + "/brands/{id}")
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Brands")
@Tag(name = "scope READ")
final class ApiPoliciesController {
    private static final int MOST_SEVERITY = 100;

    private final Brands brands;
    private final Sources sources;
    private final Policies policies;

    ApiPoliciesController(Brands brands, Sources sources, Policies policies) {
        this.brands = brands;
        this.sources = sources;
        this.policies = policies;
    }

    /// What a brand promises.
    ///
    /// @param revision one more with each change; 0 where the standard counts
    /// @param policies the first that applies to a post counts
    record PoliciesJson(int revision, List<PolicyJson> policies) {}

    /// What a brand promises, as it stands.
    @Get("/policies")
    PoliciesJson getPolicies(long id) {
        check(id);
        var all = policies.of(id);
        return new PoliciesJson(
                all.revision(), all.policies().stream().map(PolicyJson::of).toList());
    }

    /// When each word would be due for a post that came at an instant.
    ///
    /// @param at ISO 8601 with a zone
    /// @param source the id of the source it came through
    /// @param language such as “de”
    /// @param severity 0 to 100
    @Get("/due")
    PolicyJson.ForeseenJson foresee(
            long id,
            @QueryValue @Nullable String at,
            @QueryValue @Nullable Long source,
            @QueryValue @Nullable String language,
            @QueryValue @Nullable Integer severity) {
        check(id);
        if (at == null) {
            throw Refused.field("at", Moment.WANTED);
        }
        if (severity != null && (severity < 0 || severity > MOST_SEVERITY)) {
            throw Refused.field("severity", "Give a whole number from 0 to 100, or nothing.");
        }
        if (source != null && sources.find(source).isEmpty()) {
            throw Refused.field("source", "There is no source %d.".formatted(source));
        }
        var instant = Moment.read("at", at);
        var post =
                new Circumstances(
                        id,
                        source == null ? 0 : source,
                        Optional.ofNullable(language),
                        severity == null ? OptionalInt.empty() : OptionalInt.of(severity));
        return policies.of(id)
                .findFor(post)
                .map(policy ->
                        new PolicyJson.ForeseenJson(
                                instant,
                                policy.name(),
                                policies.foresee(policy, instant, ZoneOffset.UTC).stream()
                                        .map(PolicyJson.DueJson::of)
                                        .toList()))
                .orElseGet(() -> new PolicyJson.ForeseenJson(instant, null, List.of()));
    }

    private void check(long id) {
        if (brands.find(id).isEmpty()) {
            throw Refused.missing("brand", id);
        }
    }
}
