package firsthour.web.judgement;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.scoring.Rejudging;
import firsthour.scoring.Thresholds;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.web.judgement.JudgementViews.Asked;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How good the judgement is, and what managers do about it.
@Controller("/judgement")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class JudgementController {
    private static final String VIEW = "judgement/page";

    /// What can be judged while somebody waits for a page.
    private static final int TRIED = 2000;

    private final Brands brands;
    private final Thresholds thresholds;
    private final Rejudging rejudging;
    private final JudgementViews views;
    private final Pages pages;

    JudgementController(
            Brands brands,
            Thresholds thresholds,
            Rejudging rejudging,
            JudgementViews views,
            Pages pages) {
        this.brands = brands;
        this.thresholds = thresholds;
        this.rejudging = rejudging;
        this.views = views;
        this.pages = pages;
    }

    /// The first brand where the address names none.
    @Get
    @View(VIEW)
    JudgementView show(
            @QueryValue @Nullable Long brand, @QueryValue(defaultValue = "12") int weeks) {
        var shown = brand == null ? brands.list().stream().findFirst() : Optional.of(brand(brand));
        return shown.map(each -> views.of(each, weeks, Asked.NOTHING))
                .orElseGet(views::withoutBrand);
    }

    @Post("/{brandId}/threshold")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> move(long brandId, double suggested, SignedIn reader) {
        brand(brandId);
        try {
            if (!thresholds.move(brandId, reader.memberId(), suggested)) {
                return done(
                        brandId,
                        Notice.problem(
                                t(
                                        "Nothing was moved: by now something else is suggested. Look again.")));
            }
        } catch (OptimisticLockException _) {
            return changedMeanwhile(brandId);
        }
        var move = thresholds.list(brandId).getFirst();
        return done(
                brandId,
                Notice.done(
                                t(
                                        "Cases are opened from {0} on. What was decided before stays.",
                                        ThresholdViews.number(suggested)))
                        .withUndo("/judgement/%d/threshold/%d/undo".formatted(brandId, move.id())));
    }

    @Post("/{brandId}/threshold/{moveId}/undo")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> undo(long brandId, long moveId, SignedIn reader) {
        brand(brandId);
        try {
            return done(
                    brandId,
                    thresholds.undo(brandId, moveId, reader.memberId())
                            ? Notice.done(
                                    t(
                                            "Taken back: cases are opened from {0} on again.",
                                            ThresholdViews.number(brand(brandId).threshold())))
                            : Notice.problem(
                                    t("Nothing was changed: another threshold holds by now.")));
        } catch (OptimisticLockException _) {
            return changedMeanwhile(brandId);
        }
    }

    /// Judges again, on trial or for good.
    @Post("/{brandId}/again")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> again(long brandId, @Body AgainForm form) {
        var brand = brand(brandId);
        var typed = Pages.text(form.since()).strip();
        Instant since;
        try {
            since = LocalDate.parse(typed).atStartOfDay(brand.zoneId()).toInstant();
        } catch (DateTimeParseException _) {
            var wrong = FormErrors.of("since", t("Enter a day, such as 2026-11-01."));
            return Pages.again(
                    VIEW,
                    views.of(brand, JudgementViews.USUAL_WEEKS, new Asked(typed, null, wrong)));
        }
        if (form.isForGood()) {
            return done(brandId, Notice.done(putBack(rejudging.putBack(brand, since))));
        }
        var tried =
                Trials.told(rejudging.tryOut(brand, since, TRIED), rejudging.count(brandId, since));
        return HttpResponse.ok(
                new ModelAndView<>(
                        VIEW,
                        views.of(
                                brand,
                                JudgementViews.USUAL_WEEKS,
                                new Asked(typed, tried, FormErrors.NONE))));
    }

    private static String putBack(int number) {
        return number == 0
                ? t("Nothing is judged again: of that time nothing is left of an earlier version.")
                : count(
                        number,
                        "{0} mention is judged again, after whatever is new.",
                        "{0} mentions are judged again, after whatever is new.");
    }

    private HttpResponse<?> changedMeanwhile(long brandId) {
        return done(
                brandId,
                Notice.problem(
                        t(
                                "Somebody changed the brand's rules meanwhile. Nothing was moved: look again.")));
    }

    private HttpResponse<?> done(long brandId, Notice notice) {
        return pages.seeOther(JudgementViews.path(brandId, JudgementViews.USUAL_WEEKS), notice);
    }

    private Brand brand(long id) {
        return brands.find(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such brand"));
    }
}
