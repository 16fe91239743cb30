package firsthour.web.routing;

import static firsthour.language.Texts.t;

import firsthour.brand.Brands;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.Vips;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/// The customers whose cases are looked at with care.
@Controller("/team/vips")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class VipsController {
    private static final String PAGE = "/team/routing#vips";

    private final Vips vips;
    private final Brands brands;
    private final Pages pages;

    VipsController(Vips vips, Brands brands, Pages pages) {
        this.vips = vips;
        this.brands = brands;
        this.pages = pages;
    }

    @Post
    HttpResponse<?> add(@Body VipForm form, SignedIn reader) {
        var brand = form.brandId();
        if (brands.find(brand).isEmpty()) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "There is no such brand");
        }
        var handle = Pages.text(form.handle()).strip();
        return pages.seeOther(
                PAGE,
                vips.add(brand, Pages.text(form.network()), handle, reader.memberId())
                        .map(Notice::problem)
                        .orElseGet(() ->
                                Notice.done(
                                        t(
                                                "Named. Rules that ask for VIPs send {0}'s cases from now on.",
                                                handle))));
    }

    @Post("/{id}/remove")
    HttpResponse<?> remove(long id, SignedIn reader) {
        vips.remove(id, reader.memberId());
        return pages.seeOther(PAGE, Notice.done(t("Not named any more.")));
    }
}
