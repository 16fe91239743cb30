package firsthour.web.policies;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.clocks.BrandPolicies;
import firsthour.clocks.Policies;
import firsthour.clocks.Policy;
import firsthour.clocks.PolicySaving;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.PolicyDesk;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.util.ArrayList;
import java.util.List;

/// What a brand promises: the list, its order, and what is on or off.
@Controller("/brands/{id}/policies")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PoliciesController {
    private final Brands brands;
    private final Policies policies;
    private final PolicyDesk desk;
    private final PolicyViews views;
    private final Trials trials;
    private final Pages pages;

    PoliciesController(
            Brands brands,
            Policies policies,
            PolicyDesk desk,
            PolicyViews views,
            Trials trials,
            Pages pages) {
        this.brands = brands;
        this.policies = policies;
        this.desk = desk;
        this.views = views;
        this.trials = trials;
        this.pages = pages;
    }

    @Get
    @View("policies/list")
    PoliciesView list(long id, SignedIn reader, HttpRequest<?> request) {
        var brand = brand(id);
        var all = policies.of(id);
        return views.list(brand, all, trials.of(brand, all, request.getParameters(), reader));
    }

    @Post("/{number}/up")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> up(long id, int number, int revision, SignedIn reader) {
        var wanted = list(id);
        var at = indexOf(wanted, number);
        if (at > 0) {
            wanted.add(at - 1, wanted.remove(at));
        }
        return save(id, revision, wanted, reader, t("It is tried earlier now."));
    }

    @Post("/{number}/remove")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(long id, int number, int revision, SignedIn reader) {
        var wanted = list(id);
        wanted.remove(indexOf(wanted, number));
        return save(
                id,
                revision,
                wanted,
                reader,
                t("Removed. What it had promised and was still owed is called off."));
    }

    @Post("/{number}/switch")
    @Secured(Roles.MANAGER_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> turn(long id, int number, int revision, SignedIn reader) {
        var wanted = list(id);
        var at = indexOf(wanted, number);
        var on = !wanted.get(at).enabled();
        wanted.set(at, wanted.get(at).switched(on));
        return save(
                id,
                revision,
                wanted,
                reader,
                on
                        ? t("It holds for posts that come from now on.")
                        : t(
                                "Switched off. What it had promised and was still owed is called off."));
    }

    private List<Policy> list(long id) {
        brand(id);
        return new ArrayList<>(policies.of(id).policies());
    }

    private static int indexOf(List<Policy> wanted, int number) {
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).number() == number) {
                return i;
            }
        }
        throw new HttpStatusException(HttpStatus.NOT_FOUND, "No such policy");
    }

    private HttpResponse<?> save(
            long id, int revision, List<Policy> wanted, SignedIn reader, String done) {
        var notice =
                switch (desk.change(id, revision, wanted, reader.memberId())) {
                    case PolicySaving.Saved(BrandPolicies _, List<Long> _) -> Notice.done(done);
                    case PolicySaving.Stale _ -> Notice.problem(t(PolicyController.STALE));
                    case PolicySaving.Refused(String message) -> Notice.problem(message);
                };
        return pages.seeOther("/brands/" + id + "/policies", notice);
    }

    private Brand brand(long id) {
        return brands.find(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such brand"));
    }
}
