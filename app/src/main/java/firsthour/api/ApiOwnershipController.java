package firsthour.api;

import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.Actor;
import firsthour.triage.Handovers;
import firsthour.triage.Outcome;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Hands a case over, or asks somebody about it. Each deed names the version of the case that was
/// seen.
@Controller(ApiPath.ROOT + "/cases/{id}")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope WORK")
final class ApiOwnershipController {
    private final Handovers handovers;
    private final CaseWork work;

    ApiOwnershipController(Handovers handovers, CaseWork work) {
        this.handovers = handovers;
        this.work = work;
    }

    /// Offers a case to a colleague. It stays where it is until they accept.
    @Post("/handover")
    HttpResponse<Standing> offer(
            long id,
            @Body @Schema(implementation = Sent.ToColleague.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return tell(id, Asked.of(request, body), handovers::offer);
    }

    /// Takes a case that was offered.
    @Post("/accept")
    HttpResponse<Standing> accept(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return settle(id, Asked.of(request, body), handovers::accept);
    }

    /// Leaves a case that was offered where it is.
    @Post("/decline")
    HttpResponse<Standing> decline(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return settle(id, Asked.of(request, body), handovers::decline);
    }

    /// Takes an offer back that was not answered yet.
    @Post("/takeback")
    HttpResponse<Standing> takeBackOffer(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return settle(id, Asked.of(request, body), handovers::takeBack);
    }

    /// Asks a colleague about a case, which stays where it is.
    @Post("/help")
    HttpResponse<Standing> askForHelp(
            long id,
            @Body @Schema(implementation = Sent.ToColleague.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return tell(id, Asked.of(request, body), handovers::ask);
    }

    /// Answers a colleague's question, whatever else became of the case meanwhile.
    @Post("/help/{question}")
    HttpResponse<Standing> help(
            long id,
            long question,
            @Body @Schema(implementation = Sent.Helping.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Helping.class,
                (actor, sent) -> CaseWork.done(handovers.help(id, question, actor, sent.note())));
    }

    @FunctionalInterface
    private interface Telling {
        Outcome tell(long caseId, long version, Actor actor, long colleague, String note);
    }

    private HttpResponse<Standing> tell(long id, Asked asked, Telling telling) {
        return work.work(
                id,
                asked,
                Sent.ToColleague.class,
                (actor, sent) ->
                        CaseWork.done(
                                telling.tell(
                                        id, sent.version(), actor, sent.member(), sent.note())));
    }

    @FunctionalInterface
    private interface Settling {
        Outcome settle(long caseId, long version, Actor actor);
    }

    private HttpResponse<Standing> settle(long id, Asked asked, Settling settling) {
        return work.work(
                id,
                asked,
                Sent.Deed.class,
                (actor, sent) -> CaseWork.done(settling.settle(id, sent.version(), actor)));
    }
}
