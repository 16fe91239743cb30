package firsthour.api;

import firsthour.api.Problem.FieldProblem;
import firsthour.response.Approving;
import firsthour.response.Dispatch;
import firsthour.response.Looking;
import firsthour.response.SecondLook;
import firsthour.response.SecondLookRequests;
import firsthour.response.SecondLooks;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.ReplyKind;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A colleague's look at a reply before it is posted. Each deed names the version of the case that
/// was seen.
@Controller(ApiPath.ROOT + "/cases/{id}")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope WORK")
final class ApiLooksController {
    private final SecondLookRequests requests;
    private final SecondLooks looks;
    private final CaseWork work;

    ApiLooksController(SecondLookRequests requests, SecondLooks looks, CaseWork work) {
        this.requests = requests;
        this.looks = looks;
        this.work = work;
    }

    /// Asks a colleague to look at a first public word.
    @Post("/look-acknowledge")
    HttpResponse<Standing> lookAcknowledge(
            long id,
            @Body @Schema(implementation = Sent.LookWanted.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return ask(id, Asked.of(request, body), ReplyKind.ACKNOWLEDGEMENT);
    }

    /// Asks a colleague to look at a public reply of substance.
    @Post("/look-answer")
    HttpResponse<Standing> lookAnswer(
            long id,
            @Body @Schema(implementation = Sent.LookWanted.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return ask(id, Asked.of(request, body), ReplyKind.ANSWER);
    }

    /// Approves the words of a colleague, which are posted where that is possible from here.
    @Post("/looks/{look}/approve")
    HttpResponse<Standing> approve(
            long id,
            long look,
            @Body @Schema(implementation = Sent.Approval.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.post(
                id,
                Asked.of(request, body),
                Sent.Approval.class,
                (actor, sent) -> {
                    var known = get(id, look);
                    var text = sent.text() == null ? known.words() : sent.text();
                    var reasons =
                            sent.reasons() == null
                                    ? known.reasons()
                                    : ApiPostingController.reasons(sent.reasons());
                    return approved(
                            id,
                            text,
                            looks.approve(id, sent.version(), look, actor, text, reasons));
                });
    }

    /// Sends the words of a colleague back.
    @Post("/looks/{look}/send-back")
    HttpResponse<Standing> sendBack(
            long id,
            long look,
            @Body @Schema(implementation = Sent.SendingBack.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.SendingBack.class,
                (actor, sent) -> {
                    var known = get(id, look);
                    return done(
                            id,
                            looks.sendBack(
                                    id,
                                    sent.version(),
                                    look,
                                    actor,
                                    Objects.requireNonNullElse(sent.text(), known.words()),
                                    sent.note()));
                });
    }

    /// Asks for a second look no more.
    @Post("/looks/{look}/withdraw")
    HttpResponse<Standing> withdrawLook(
            long id,
            long look,
            @Body @Schema(implementation = Sent.Deed.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Deed.class,
                (actor, sent) -> {
                    get(id, look);
                    return done(id, looks.withdraw(id, sent.version(), look, actor));
                });
    }

    private HttpResponse<Standing> ask(long id, Asked asked, ReplyKind kind) {
        return work.work(
                id,
                asked,
                Sent.LookWanted.class,
                (actor, sent) ->
                        done(
                                id,
                                requests.ask(
                                        id,
                                        sent.version(),
                                        actor,
                                        kind,
                                        sent.text(),
                                        ApiPostingController.reasons(sent.reasons()),
                                        sent.member() == null ? 0 : sent.member())));
    }

    private SecondLook get(long caseId, long look) {
        return looks.findByCase(caseId).stream()
                .filter(one -> one.id() == look)
                .findFirst()
                .orElseThrow(() -> Refused.missing("second look", look));
    }

    private Standing done(long id, Looking looking) {
        return switch (looking) {
            case Looking.Asked _, Looking.Done _ -> Standing.of(work.get(id));
            case Looking.Invalid(String field, String message) ->
                    throw Refused.fields(
                            List.of(
                                    new FieldProblem(
                                            field.equals("colleague") ? "member" : field,
                                            message)));
            case Looking.Refused(var why) -> CaseWork.done(why);
        };
    }

    private Standing approved(long id, String text, Approving approving) {
        return switch (approving) {
            case Approving.ForCopying _ -> Standing.of(work.get(id));
            case Approving.Sent(Dispatch dispatch) ->
                    ApiPostingController.standing(dispatch, text, () -> work.get(id));
        };
    }
}
