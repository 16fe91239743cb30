package firsthour.web.judgement;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.scoring.SpotCheckRow;
import firsthour.scoring.SpotChecks;
import firsthour.scoring.SpotChecks.Label;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.web.cases.Labels;
import firsthour.web.judgement.SpotCheckView.Asked;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.util.Arrays;
import java.util.Optional;

/// Asks staff about the mentions that were drawn, one at a time.
@Controller("/judgement/{brandId}/check")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class SpotCheckController {
    private final Brands brands;
    private final SpotChecks checks;
    private final Labels labels;
    private final Pages pages;

    SpotCheckController(Brands brands, SpotChecks checks, Labels labels, Pages pages) {
        this.brands = brands;
        this.checks = checks;
        this.labels = labels;
        this.pages = pages;
    }

    @Get
    @View("judgement/check")
    SpotCheckView show(long brandId) {
        var brand = brand(brandId);
        return new SpotCheckView(
                brandId,
                brand.name(),
                checks.countWaiting(brandId),
                checks.findNext(brandId).map(this::asked).orElse(null));
    }

    @Post("/{mentionId}")
    HttpResponse<?> label(long brandId, long mentionId, @Body LabelForm form, SignedIn reader) {
        requireDrawn(brandId, mentionId);
        var label =
                Arrays.stream(Label.values())
                        .filter(each -> each.name().equals(form.label()))
                        .findFirst()
                        .orElseThrow(SpotCheckController::missing);
        var undo = "/judgement/%d/check/%d/undo".formatted(brandId, mentionId);
        return next(
                brandId,
                switch (checks.label(mentionId, reader.memberId(), label)) {
                    case NOTHING ->
                            Notice.problem(t("It was answered before; the first answer is kept."));
                    case LABEL -> Notice.done(kept(label)).withUndo(undo);
                    case CORRECTION ->
                            Notice.done(t("Kept as overlooked: it becomes a case.")).withUndo(undo);
                });
    }

    @Post("/{mentionId}/undo")
    HttpResponse<?> undo(long brandId, long mentionId, SignedIn reader) {
        requireDrawn(brandId, mentionId);
        return next(
                brandId,
                checks.undo(mentionId, reader.memberId())
                        ? Notice.done(t("Taken back: it is asked again."))
                        : Notice.problem(
                                t("Nothing was changed: you have not said anything of it.")));
    }

    private static String kept(Label label) {
        return switch (label) {
            case COMPLAINT ->
                    t("Kept as overlooked, but somebody corrected it meanwhile: theirs stands.");
            case FINE -> t("Kept as fine.");
            case UNSURE -> t("Left out: it cannot be told.");
        };
    }

    private Asked asked(SpotCheckRow row) {
        return new Asked(
                row.mentionId(),
                row.words(),
                row.isDeleted(),
                row.language(),
                row.rating(),
                labels.network(row.network()),
                row.authorHandle(),
                row.publishedAt(),
                Labels.safeLink(Optional.ofNullable(row.url())).orElse(null));
    }

    private HttpResponse<?> next(long brandId, Notice notice) {
        return pages.seeOther("/judgement/%d/check".formatted(brandId), notice);
    }

    private void requireDrawn(long brandId, long mentionId) {
        if (checks.findBrand(mentionId).orElse(0) != brandId) {
            throw missing();
        }
    }

    private Brand brand(long id) {
        return brands.find(id).orElseThrow(SpotCheckController::missing);
    }

    private static HttpStatusException missing() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "Nothing was drawn here");
    }
}
