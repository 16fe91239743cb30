package firsthour.api;

import firsthour.response.Praise;
import firsthour.response.Thanks;
import firsthour.response.Way;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Praise, and who was thanked for it.
@Controller(ApiPath.ROOT + "/praise")
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Praise")
@Tag(name = "scope READ")
final class ApiPraiseController {
    private final Thanks thanks;

    ApiPraiseController(Thanks thanks) {
        this.thanks = thanks;
    }

    /// Praise, the newest first.
    ///
    /// @param brand the id of one brand; of all where it is missing
    /// @param show what is to be thanked for, what was, or all; all where it is missing
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get
    Listing<PraiseJson> listPraise(
            @QueryValue @Nullable Long brand,
            @QueryValue Praise.@Nullable Which show,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Listing.size(limit);
        var found =
                thanks.list(
                        brand == null ? 0 : brand,
                        Objects.requireNonNullElse(show, Praise.Which.ALL),
                        after == null ? Long.MAX_VALUE : Listing.id(after),
                        most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Listing<>(
                shown.stream().map(it -> PraiseJson.of(it, null)).toList(),
                found.size() > most ? Long.toString(shown.getLast().mentionId()) : null);
    }

    /// A post that praises.
    @Get("/{id}")
    PraiseJson getPraise(long id) {
        return thanks.find(id)
                .map(it -> PraiseJson.of(it, thanks.findWay(id).map(Way::network).orElse(null)))
                .orElseThrow(() -> Refused.missing("praise", id));
    }
}
