package firsthour.web.brands;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.brand.Rejected;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.web.brands.BrandView.Typed;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;

/// Brands and what is tracked for them.
@Controller("/brands")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BrandsController {
    private static final String LIST = "brands/list";
    static final String ONE = "brands/brand";

    private final Brands brands;
    private final BrandViews views;
    private final Pages pages;

    BrandsController(Brands brands, BrandViews views, Pages pages) {
        this.brands = brands;
        this.views = views;
        this.pages = pages;
    }

    @Get
    @View(LIST)
    BrandsView list(SignedIn reader) {
        return views.list(new BrandForm("", reader.zone().getId(), ""), FormErrors.NONE);
    }

    @Get("/{id}")
    @View(ONE)
    BrandView one(long id) {
        var brand = brand(id);
        return views.one(brand, Typed.nothing(brand), FormErrors.NONE);
    }

    @Get("/preview")
    @View("brands/preview")
    BrandView.Preview preview(@QueryValue(defaultValue = "") String query) {
        return views.preview(query);
    }

    @Post
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(@Body BrandForm form) {
        try {
            var brand =
                    brands.addWithQuery(
                            Pages.text(form.name()),
                            Pages.text(form.zone()),
                            Pages.text(form.query()));
            return pages.seeOther(
                    "/brands/" + brand.id() + "/start",
                    Notice.done(t("{0} is tracked from now on.", brand.name())));
        } catch (Rejected e) {
            return Pages.again(LIST, views.list(form, FormErrors.of(e.field(), message(e))));
        } catch (QueryError e) {
            return Pages.again(LIST, views.list(form, FormErrors.of("query", message(e))));
        }
    }

    @Post("/{id}/queries")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> addQuery(long id, String query) {
        var brand = brand(id);
        try {
            brands.addQuery(id, query);
            return done(brand, t("The query is matched against every new post."));
        } catch (Rejected | QueryError e) {
            return again(brand, Typed.nothing(brand).with(query), "query", e);
        }
    }

    @Post("/{id}/queries/{queryId}/remove")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> removeQuery(long id, long queryId) {
        var brand = brand(id);
        brands.removeQuery(id, queryId);
        return done(brand, t("The query was removed; what it found stays."));
    }

    @Post("/{id}/accounts")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> addAccount(long id, @Body AccountForm form) {
        var brand = brand(id);
        try {
            brands.addOwnAccount(id, form.network(), form.handle(), form.bot() != null);
            return done(brand, t("Posts of this account count as replies from now on."));
        } catch (Rejected e) {
            return again(brand, Typed.nothing(brand).with(form), e.field(), e);
        }
    }

    @Post("/{id}/accounts/{accountId}/remove")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> removeAccount(long id, long accountId) {
        var brand = brand(id);
        brands.removeOwnAccount(id, accountId);
        return done(brand, t("The account was removed from the brand's own."));
    }

    @Post("/{id}/rules")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changeRules(long id, @Body RulesForm form) {
        var brand = brand(id);
        try {
            brands.change(form.applyTo(brand));
            return done(brand, t("The rules hold for every mention from now on."));
        } catch (Rejected e) {
            return again(brand, Typed.nothing(brand).with(form), e.field(), e);
        } catch (OptimisticLockException _) {
            return pages.seeOther(
                    "/brands/" + id,
                    Notice.problem(
                            t(
                                    "Somebody changed the rules meanwhile. Nothing was saved: look at theirs, then change yours again.")));
        }
    }

    private Brand brand(long id) {
        return brands.find(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such brand"));
    }

    private HttpResponse<?> done(Brand brand, String words) {
        return pages.seeOther("/brands/" + brand.id(), Notice.done(words));
    }

    private HttpResponse<?> again(Brand brand, Typed typed, String field, Exception e) {
        return Pages.again(ONE, views.one(brand, typed, FormErrors.of(field, message(e))));
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
