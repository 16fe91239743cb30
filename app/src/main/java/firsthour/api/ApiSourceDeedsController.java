package firsthour.api;

import firsthour.brand.Arrival;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.intake.Pulls;
import firsthour.intake.SourceHealth;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Switches sources on and off. Each request may be repeated: it says how it shall be.
@Controller(ApiPath.ROOT + "/sources/{id}")
@Secured(Scopes.MANAGE)
@ForPrograms
@Tag(name = "Sources")
@Tag(name = "scope MANAGE")
@Consumes(MediaType.ALL)
final class ApiSourceDeedsController {
    private final Sources sources;
    private final SourceHealth health;
    private final Pulls pulls;

    ApiSourceDeedsController(Sources sources, SourceHealth health, Pulls pulls) {
        this.sources = sources;
        this.health = health;
        this.pulls = pulls;
    }

    /// Has a source listened to. Takes no body.
    @Post("/enable")
    SourceJson enableSource(long id) {
        return set(id, true);
    }

    /// Has a source listened to no longer; what is stored stays. Takes no body.
    @Post("/disable")
    SourceJson disableSource(long id) {
        return set(id, false);
    }

    /// Has a source pulled within seconds. Takes no body.
    @Post("/pull")
    SourceJson pullSource(long id) {
        var source = get(id);
        if (source.arrival() != Arrival.READ || !source.enabled()) {
            throw Refused.conflict(
                    ProblemCode.NOT_POSSIBLE,
                    source.enabled()
                            ? "Its posts are sent here; there is nothing to pull."
                            : "It is switched off. Enable it first.");
        }
        pulls.hurry(id);
        return shown(source);
    }

    private SourceJson set(long id, boolean on) {
        if (get(id).enabled() != on) {
            try {
                sources.setEnabled(id, on);
            } catch (OptimisticLockException _) {
                throw Refused.conflict(
                        ProblemCode.STALE,
                        "Somebody has just changed it. Look again, and repeat it.");
            }
        }
        return shown(get(id));
    }

    /// Imports of files are told nothing.
    private Source get(long id) {
        return sources.find(id)
                .filter(source -> source.arrival() != Arrival.IMPORTED)
                .orElseThrow(() -> Refused.missing("source", id));
    }

    private SourceJson shown(Source source) {
        return health.find(source.id())
                .map(how -> SourceJson.of(source, how))
                .orElseThrow(() -> Refused.missing("source", source.id()));
    }
}
