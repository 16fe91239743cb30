package firsthour.api;

import firsthour.response.Merging;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.Mergers.Pair;
import firsthour.triage.Splitting;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes one case of two, and two of one.
@Controller(ApiPath.ROOT + "/cases/{id}")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope WORK")
final class ApiMergingController {
    private final Merging merging;
    private final Splitting splitting;
    private final CaseWork work;

    ApiMergingController(Merging merging, Splitting splitting, CaseWork work) {
        this.merging = merging;
        this.splitting = splitting;
        this.work = work;
    }

    /// Merges a case with another one of its brand. Answered with the case that stays.
    @Post("/merge")
    HttpResponse<Standing> merge(
            long id,
            @Body @Schema(implementation = Sent.Merging.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Merging.class,
                (actor, sent) ->
                        CaseWork.done(
                                merging.merge(
                                        new Pair(
                                                id,
                                                sent.version(),
                                                sent.other(),
                                                optional(sent.otherVersion()),
                                                optional(sent.keep())),
                                        actor)));
    }

    /// Makes a case that was merged into this one a case of its own again, with its posts and
    /// clocks as if it had never been merged. Answered with this one.
    @Post("/split-back")
    HttpResponse<Standing> splitBack(
            long id,
            @Body @Schema(implementation = Sent.SplittingBack.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.SplittingBack.class,
                (actor, sent) ->
                        CaseWork.done(merging.splitBack(id, sent.version(), sent.merged(), actor)));
    }

    /// Takes posts out of a case into a new one. Answered with the new one.
    @Post("/split")
    HttpResponse<Standing> split(
            long id,
            @Body @Schema(implementation = Sent.Splitting.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Splitting.class,
                (actor, sent) ->
                        CaseWork.done(splitting.split(id, sent.version(), actor, sent.mentions())));
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
