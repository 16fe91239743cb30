package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.scoring.Corrections;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.sentiment.Polarity;
import firsthour.triage.CaseView.CorrectionView;
import firsthour.triage.MentionViews;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person says a mention is.
@Controller(ApiPath.ROOT + "/mentions/{id}")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Mentions")
@Tag(name = "scope WORK")
final class ApiCorrectionsController {
    private final Corrections corrections;
    private final MentionViews mentions;
    private final Bodies bodies;
    private final Once once;

    ApiCorrectionsController(
            Corrections corrections, MentionViews mentions, Bodies bodies, Once once) {
        this.corrections = corrections;
        this.mentions = mentions;
        this.bodies = bodies;
        this.once = once;
    }

    /// What a person says of a mention.
    ///
    /// @param correctionId goes as “seen” into the next correction; 0 where the model's word stands
    /// @param polarity null where the model's word stands
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Corrected(long mentionId, long correctionId, @Nullable Polarity polarity) {}

    /// Says what a mention is, beside the model.
    @Post("/correct")
    HttpResponse<Corrected> correct(
            long id,
            @Body @Schema(implementation = Sent.Correction.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        var asked = Asked.of(request, body);
        return once.within(
                asked,
                Corrected.class,
                () -> {
                    var sent = bodies.read(asked.body(), Sent.Correction.class);
                    if (sent.polarity() == Polarity.UNDETERMINED) {
                        throw Refused.field("polarity", "Give NEGATIVE, NEUTRAL or POSITIVE.");
                    }
                    standing(id);
                    return corrected(
                            id,
                            corrections.correct(
                                    id, asked.memberId(), sent.polarity(), sent.seen()));
                });
    }

    /// Takes a correction back that was a slip: what stood before it stands again.
    @Post("/take-back")
    HttpResponse<Corrected> takeBack(
            long id,
            @Body @Schema(implementation = Sent.TakingBack.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        var asked = Asked.of(request, body);
        return once.within(
                asked,
                Corrected.class,
                () -> {
                    var sent = bodies.read(asked.body(), Sent.TakingBack.class);
                    standing(id);
                    return corrected(id, corrections.takeBack(id, asked.memberId(), sent.seen()));
                });
    }

    private Corrected corrected(long id, boolean done) {
        var standing = standing(id);
        if (!done) {
            throw Refused.conflict(
                    ProblemCode.STALE,
                    standing.map(CorrectionView::inWords).orElse("No correction stands any more.")
                            + " Nothing was changed; look again, then repeat it.");
        }
        return new Corrected(
                id,
                standing.map(CorrectionView::id).orElse(0L),
                standing.map(CorrectionView::polarity).orElse(null));
    }

    private Optional<CorrectionView> standing(long id) {
        return mentions.find(id)
                .orElseThrow(() -> Refused.missing("mention", id))
                .mention()
                .correction();
    }
}
