package firsthour.api;

import firsthour.causes.Causes;
import firsthour.causes.Deciding;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.Actor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What people decide about causes. No rule undoes it.
@Controller(ApiPath.ROOT)
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Causes")
@Tag(name = "scope WORK")
final class ApiCauseDeedsController {
    private final Causes causes;
    private final Bodies bodies;
    private final Once once;

    ApiCauseDeedsController(Causes causes, Bodies bodies, Once once) {
        this.causes = causes;
        this.bodies = bodies;
        this.once = once;
    }

    /// Names a cause, and says what colleagues should know of it.
    @Post("/causes/{id}")
    HttpResponse<CauseJson> writeCause(
            long id,
            @Body @Schema(implementation = Sent.CauseWords.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        ApiCausesController.get(causes, id);
        return decide(
                Asked.of(request, body),
                Sent.CauseWords.class,
                (actor, sent) ->
                        causes.write(
                                id,
                                sent.version(),
                                actor,
                                sent.title(),
                                sent.facts() == null ? "" : sent.facts()));
    }

    /// Lets no rule add to a cause any more.
    @Post("/causes/{id}/close")
    HttpResponse<CauseJson> closeCause(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        ApiCausesController.get(causes, id);
        return decide(
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> causes.close(id, sent.version(), actor));
    }

    /// Lets a cause that was closed go on.
    @Post("/causes/{id}/reopen")
    HttpResponse<CauseJson> reopenCause(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        ApiCausesController.get(causes, id);
        return decide(
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> causes.reopen(id, sent.version(), actor));
    }

    /// Puts a case into a cause, or into a new one with this title.
    @Post("/cases/{id}/cause")
    HttpResponse<CauseJson> putIntoCause(
            long id,
            @Body @Schema(implementation = Sent.Grouping.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return decide(
                Asked.of(request, body),
                Sent.Grouping.class,
                (actor, sent) ->
                        sent.cause() == null
                                ? causes.open(
                                        id,
                                        sent.seen(),
                                        actor,
                                        sent.title() == null ? "" : sent.title())
                                : causes.put(id, sent.seen(), actor, sent.cause()));
    }

    /// Takes a case out of its cause.
    @Post("/cases/{id}/cause/remove")
    HttpResponse<CauseJson> takeOutOfCause(
            long id,
            @Body @Schema(implementation = Sent.TakingOut.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return decide(
                Asked.of(request, body),
                Sent.TakingOut.class,
                (actor, sent) -> causes.takeOut(id, sent.seen(), actor));
    }

    private <B> HttpResponse<CauseJson> decide(
            Asked asked, Class<B> shape, BiFunction<Actor, B, Deciding> deed) {
        return once.within(
                asked,
                CauseJson.class,
                () ->
                        switch (deed.apply(asked.actor(), bodies.read(asked.body(), shape))) {
                            case Deciding.Done(long causeId) ->
                                    CauseJson.of(ApiCausesController.get(causes, causeId));
                            case Deciding.Invalid(String field, String words) ->
                                    throw Refused.field(field, words);
                            case Deciding.Refused(String words, boolean stale) ->
                                    throw Refused.conflict(
                                            stale ? ProblemCode.STALE : ProblemCode.NOT_POSSIBLE,
                                            words);
                        });
    }
}
