package firsthour.api;

import firsthour.causes.Cause;
import firsthour.causes.Causes;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What several customers write about.
@Controller(ApiPath.ROOT + "/causes")
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Causes")
@Tag(name = "scope READ")
final class ApiCausesController {
    private final Causes causes;

    ApiCausesController(Causes causes) {
        this.causes = causes;
    }

    /// The latest causes, at most 200 of them.
    ///
    /// @param brand only of this brand
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get
    Listing<CauseJson> listCauses(
            @QueryValue @Nullable Long brand,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        var found = brand == null ? causes.list() : causes.findByBrand(brand);
        return Listing.of(found.stream().map(CauseJson::of).toList(), CauseJson::id, after, limit);
    }

    /// A cause.
    @Get("/{id}")
    CauseJson getCause(long id) {
        return CauseJson.of(get(causes, id));
    }

    static Cause get(Causes causes, long id) {
        return causes.find(id).orElseThrow(() -> Refused.missing("cause", id));
    }
}
