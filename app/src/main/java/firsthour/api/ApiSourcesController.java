package firsthour.api;

import firsthour.brand.Sources;
import firsthour.intake.SourceHealth;
import firsthour.intake.SourceHealth.Health;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sources and how they fare.
@Controller(ApiPath.ROOT + "/sources")
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Sources")
@Tag(name = "scope READ")
final class ApiSourcesController {
    private final Sources sources;
    private final SourceHealth health;

    ApiSourcesController(Sources sources, SourceHealth health) {
        this.sources = sources;
        this.health = health;
    }

    /// The sources, in the order in which they were added.
    ///
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get
    Listing<SourceJson> listSources(
            @QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        var how = health.list().stream().collect(Collectors.toMap(Health::id, Function.identity()));
        return Listing.of(
                sources.list().stream()
                        .flatMap(source ->
                                Stream.ofNullable(how.get(source.id()))
                                        .map(fares -> SourceJson.of(source, fares)))
                        .toList(),
                SourceJson::id,
                after,
                limit);
    }

    /// A source.
    @Get("/{id}")
    SourceJson getSource(long id) {
        return sources.find(id)
                .flatMap(source -> health.find(id).map(how -> SourceJson.of(source, how)))
                .orElseThrow(() -> Refused.missing("source", id));
    }
}
