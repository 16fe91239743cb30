package firsthour.api;

import firsthour.api.Problem.FieldProblem;
import firsthour.response.Contacts;
import firsthour.response.Promises;
import firsthour.response.Promising;
import firsthour.response.Recording;
import firsthour.response.Remedies;
import firsthour.response.ReplyDraft;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.time.Clock;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is done for a customer beside public words. A promise and a remedy name no version:
/// whatever else became of the case, they hold.
@Controller(ApiPath.ROOT + "/cases/{id}")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope WORK")
final class ApiCareController {
    private final Contacts contacts;
    private final Promises promises;
    private final Remedies remedies;
    private final CaseWork work;
    private final Clock clock;

    ApiCareController(
            Contacts contacts, Promises promises, Remedies remedies, CaseWork work, Clock clock) {
        this.contacts = contacts;
        this.promises = promises;
        this.remedies = remedies;
        this.work = work;
        this.clock = clock;
    }

    /// Records that the customer was spoken with out of sight of others. It answers the case once a
    /// public word was given as well.
    @Post("/contact")
    HttpResponse<Standing> recordContact(
            long id,
            @Body @Schema(implementation = Sent.Contact.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Contact.class,
                (actor, sent) -> {
                    var at = sent.at() == null ? clock.instant() : Moment.read("at", sent.at());
                    var note = Objects.requireNonNullElse(sent.note(), "");
                    return switch (contacts.record(
                            id, sent.version(), actor, sent.way(), note, at)) {
                        case Recording.Recorded(_, var changed) -> Standing.of(changed);
                        case Recording.Invalid(var problems) -> throw wrong(problems);
                        case Recording.Refused(var outcome) -> throw CaseWork.refused(outcome);
                    };
                });
    }

    /// Writes down what the customer was promised. “care” of the case tells its id.
    @Post("/promises")
    HttpResponse<Standing> makePromise(
            long id,
            @Body @Schema(implementation = Sent.Promise.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Promise.class,
                (actor, sent) ->
                        done(
                                id,
                                promises.make(
                                        id,
                                        actor,
                                        sent.words(),
                                        Moment.read("dueAt", sent.dueAt()))));
    }

    /// Marks a promise kept, now. Takes no body.
    @Post("/promises/{promise}/keep")
    @Consumes(MediaType.ALL)
    HttpResponse<Standing> keepPromise(long id, long promise, HttpRequest<?> request) {
        return work.plain(
                id,
                Asked.of(request, null),
                actor -> done(id, known(promise, () -> promises.keep(id, promise, actor))));
    }

    /// Withdraws a promise, because something else was agreed on in time.
    @Post("/promises/{promise}/withdraw")
    HttpResponse<Standing> withdrawPromise(
            long id,
            long promise,
            @Body @Schema(implementation = Sent.PromiseWithdrawal.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.PromiseWithdrawal.class,
                (actor, sent) ->
                        done(
                                id,
                                known(
                                        promise,
                                        () ->
                                                promises.withdraw(
                                                        id, promise, actor, sent.reason()))));
    }

    /// Writes down what the customer is given.
    @Post("/remedies")
    HttpResponse<Standing> giveRemedy(
            long id,
            @Body @Schema(implementation = Sent.Remedy.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return work.work(
                id,
                Asked.of(request, body),
                Sent.Remedy.class,
                (actor, sent) ->
                        done(
                                id,
                                remedies.give(
                                        id,
                                        actor,
                                        sent.kind(),
                                        Objects.requireNonNullElse(sent.amount(), ""),
                                        Objects.requireNonNullElse(sent.currency(), ""),
                                        sent.houseRule())));
    }

    private Standing done(long id, Promising promising) {
        return switch (promising) {
            case Promising.Done _ -> Standing.of(work.get(id));
            case Promising.Invalid(String field, String message) ->
                    throw Refused.field(field.equals("due") ? "dueAt" : field, message);
            case Promising.Refused(var why) -> throw CaseWork.refused(why);
        };
    }

    /// The page asks when words were posted, in a field of that name.
    private static Refused wrong(List<ReplyDraft.Problem> problems) {
        return Refused.fields(
                problems.stream()
                        .map(problem ->
                                new FieldProblem(
                                        problem.field().equals("postedAt") ? "at" : problem.field(),
                                        problem.words()))
                        .toList());
    }

    private static Promising known(long promise, Supplier<Promising> deed) {
        try {
            return deed.get();
        } catch (NoSuchElementException e) {
            throw Refused.missing("promise", promise);
        }
    }
}
