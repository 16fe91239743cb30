package firsthour.api;

import firsthour.response.Presence;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.Handovers;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Who works the cases.
@Controller(ApiPath.ROOT)
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope READ")
final class ApiPeopleController {
    private final CaseWork work;
    private final Handovers handovers;
    private final Presence presence;

    ApiPeopleController(CaseWork work, Handovers handovers, Presence presence) {
        this.work = work;
        this.handovers = handovers;
        this.presence = presence;
    }

    /// Somebody to whom a case may go.
    record ColleagueJson(long id, String name, int openCases) {}

    /// Everybody who is here and may work cases.
    ///
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get("/colleagues")
    Listing<ColleagueJson> listColleagues(
            @QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        return Listing.of(
                handovers.listColleagues().stream()
                        .map(one -> new ColleagueJson(one.memberId(), one.name(), one.openCases()))
                        .toList(),
                ColleagueJson::id,
                after,
                limit);
    }

    /// Who has a case, who had it, who helps, and who looks at it now.
    @Get("/cases/{id}/ownership")
    OwnershipJson getOwnership(long id) {
        work.get(id);
        return OwnershipJson.of(handovers.find(id), presence.find(id));
    }
}
