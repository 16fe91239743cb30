package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.Bulk;
import firsthour.triage.BulkDeed;
import firsthour.triage.BulkResult;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The same deed on many cases, each with the version that was seen. What cannot be done to one
/// leaves the others done; for a minute all of it can be taken back.
@Controller(ApiPath.ROOT + "/bulk")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope WORK")
final class ApiBulkController {
    private final Bulk bulk;
    private final Bodies bodies;
    private final Once once;

    ApiBulkController(Bulk bulk, Bodies bodies, Once once) {
        this.bulk = bulk;
        this.bodies = bodies;
        this.once = once;
    }

    /// What is kept of one.
    record Noted(long id) {}

    /// What became of a deed on many cases.
    ///
    /// @param id under which it is taken back
    /// @param undone whether it was taken back
    /// @param words the same in a sentence
    /// @param cases those that exist
    record BulkJson(
            long id, BulkDeed.Kind deed, boolean undone, String words, List<OneJson> cases) {

        /// One of the cases.
        ///
        /// @param version after the deed; null where it changed nothing
        /// @param putBack whether it was put back as it was
        /// @param words why nothing was changed, or not put back; null where it was
        @JsonInclude(JsonInclude.Include.ALWAYS)
        record OneJson(
                long caseId, @Nullable Long version, boolean putBack, @Nullable String words) {
            static OneJson of(BulkResult.One one) {
                return new OneJson(
                        one.caseId(),
                        one.version().orElse(null),
                        one.putBack(),
                        one.words().orElse(null));
            }
        }

        static BulkJson of(BulkResult.Done done) {
            return new BulkJson(
                    done.id(),
                    done.kind(),
                    done.undone(),
                    done.inWords(),
                    done.cases().stream().map(OneJson::of).toList());
        }
    }

    /// Takes cases that nobody has.
    @Post("/claim")
    HttpResponse<BulkJson> claimMany(
            @Body @Schema(implementation = Sent.Many.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return act(body, request, Sent.Many.class, _ -> new BulkDeed.Claim());
    }

    /// Gives cases back.
    @Post("/release")
    HttpResponse<BulkJson> releaseMany(
            @Body @Schema(implementation = Sent.Many.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return act(body, request, Sent.Many.class, _ -> new BulkDeed.Release());
    }

    /// Closes cases without a reply.
    @Post("/dismiss")
    HttpResponse<BulkJson> dismissMany(
            @Body @Schema(implementation = Sent.ManyDismissal.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return act(
                body,
                request,
                Sent.ManyDismissal.class,
                sent ->
                        new BulkDeed.Dismiss(
                                sent.reason(), Objects.requireNonNullElse(sent.note(), "")));
    }

    /// Leaves what customers wrote last without a reply.
    @Post("/leave")
    HttpResponse<BulkJson> leaveMany(
            @Body @Schema(implementation = Sent.ManyLeaving.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        return act(
                body, request, Sent.ManyLeaving.class, sent -> new BulkDeed.Leave(sent.reason()));
    }

    /// What became of a deed of the token's member; kept for a day.
    @Get("/{id}")
    BulkJson getBulk(long id, HttpRequest<?> request) {
        return find(id, Asked.bearer(request).member().id());
    }

    /// Takes a deed of the token's member back, within a minute. Only what it changed and nobody
    /// has worked on since is put back. Takes no body.
    @Post("/{id}/undo")
    @Consumes(MediaType.ALL)
    HttpResponse<BulkJson> undoBulk(long id, HttpRequest<?> request) {
        getBulk(id, request);
        var asked = Asked.of(request, null);
        return told(asked, () -> bulk.undo(id, asked.actor()));
    }

    /// Each case is a transaction of its own.
    private <B extends Sent.OnMany> HttpResponse<BulkJson> act(
            byte @Nullable [] body,
            HttpRequest<?> request,
            Class<B> shape,
            Function<B, BulkDeed> deed) {
        var asked = Asked.of(request, body);
        return told(
                asked,
                () -> {
                    var sent = bodies.read(asked.body(), shape);
                    return bulk.act(picked(sent.cases()), deed.apply(sent), asked.actor());
                });
    }

    /// Keeps the id alone with the Idempotency-Key: what became of 500 cases is long.
    private HttpResponse<BulkJson> told(Asked asked, Supplier<BulkResult> deed) {
        var noted =
                once.around(
                        asked,
                        Noted.class,
                        () ->
                                switch (deed.get()) {
                                    case BulkResult.Done done -> new Noted(done.id());
                                    case BulkResult.Refused refused ->
                                            throw Refused.conflict(
                                                    ProblemCode.NOT_POSSIBLE, refused.inWords());
                                });
        return noted.toMutableResponse()
                .body(find(Objects.requireNonNull(noted.body()).id(), asked.memberId()));
    }

    private BulkJson find(long id, long memberId) {
        return bulk.find(id, memberId)
                .map(BulkJson::of)
                .orElseThrow(() -> Refused.missing("deed on many", id));
    }

    private static List<Bulk.Picked> picked(List<Sent.@Nullable Seen> cases) {
        return cases.stream()
                .map(one -> {
                    if (one == null) {
                        throw Refused.field("cases", "Give each with its id and its version.");
                    }
                    return new Bulk.Picked(one.id(), one.version());
                })
                .toList();
    }
}
