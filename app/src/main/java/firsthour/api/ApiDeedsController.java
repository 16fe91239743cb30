package firsthour.api;

import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.Cases;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is decided about a case. Each deed names the version of the case that was seen.
@Controller(ApiPath.ROOT + "/cases/{id}")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope WORK")
final class ApiDeedsController {
    private final Cases cases;
    private final CaseWork work;

    ApiDeedsController(Cases cases, CaseWork work) {
        this.cases = cases;
        this.work = work;
    }

    /// Takes a case that nobody has.
    @Post("/claim")
    HttpResponse<Standing> claim(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> CaseWork.done(cases.claim(id, sent.version(), actor)));
    }

    /// Gives a case back.
    @Post("/release")
    HttpResponse<Standing> release(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> CaseWork.done(cases.release(id, sent.version(), actor)));
    }

    /// Closes a case without a reply.
    @Post("/dismiss")
    HttpResponse<Standing> dismiss(
            long id,
            @Body @Schema(implementation = Sent.Dismissal.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Dismissal.class,
                (actor, sent) -> {
                    var note = sent.note() == null ? "" : sent.note();
                    if (note.length() > Cases.MOST_NOTE) {
                        throw Refused.field(
                                "note", "Give at most %,d characters.".formatted(Cases.MOST_NOTE));
                    }
                    return CaseWork.done(
                            cases.dismiss(id, sent.version(), actor, sent.reason(), note));
                });
    }

    /// Closes a case that was answered.
    @Post("/resolve")
    HttpResponse<Standing> resolve(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> CaseWork.done(cases.resolve(id, sent.version(), actor)));
    }

    /// Takes a closing back that was a slip, within a minute.
    @Post("/undo")
    HttpResponse<Standing> undo(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> CaseWork.done(cases.undoClosing(id, sent.version(), actor)));
    }

    /// Opens a closed case again: a new episode with new clocks.
    @Post("/reopen")
    HttpResponse<Standing> reopen(
            long id,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> CaseWork.done(cases.reopen(id, sent.version(), actor)));
    }
}
