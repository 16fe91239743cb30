package firsthour.web.policies;

import static firsthour.language.Texts.mark;
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
import firsthour.web.shell.FormErrors;
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
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Writes one policy.
@Controller("/brands/{id}/policies")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PolicyController {
    static final String STALE =
            mark(
                    "Somebody changed the policies meanwhile. Nothing of yours was saved: look at theirs, then change yours again.");

    private static final String FORM = "policies/policy";

    /// A new one before anything was typed. It is not for everything: no source has this number.
    private static final Policy BLANK =
            new Policy(
                    0,
                    Policy.NEW,
                    "",
                    new Policy.Scope(OptionalLong.of(0), Optional.empty(), OptionalInt.empty()),
                    OptionalLong.empty(),
                    true,
                    Policy.STANDARD.targets());

    private final Brands brands;
    private final Policies policies;
    private final PolicyDesk desk;
    private final PolicyViews views;
    private final Pages pages;

    PolicyController(
            Brands brands, Policies policies, PolicyDesk desk, PolicyViews views, Pages pages) {
        this.brands = brands;
        this.policies = policies;
        this.desk = desk;
        this.views = views;
        this.pages = pages;
    }

    @Get("/new")
    @View(FORM)
    PolicyView add(long id) {
        return shown(brand(id), BLANK);
    }

    @Get("/{number}")
    @View(FORM)
    PolicyView one(long id, int number) {
        return shown(brand(id), policy(id, number));
    }

    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(long id, @Body Map<String, String> form, SignedIn reader) {
        return save(brand(id), BLANK, form, reader);
    }

    @Post("/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(long id, int number, @Body Map<String, String> form, SignedIn reader) {
        return save(brand(id), policy(id, number), form, reader);
    }

    private PolicyView shown(Brand brand, Policy policy) {
        var typed = PolicyFields.of(policy);
        return views.one(brand, policies.of(brand.id()).revision(), policy, typed, FormErrors.NONE);
    }

    private HttpResponse<?> save(
            Brand brand, Policy before, Map<String, String> form, SignedIn reader) {
        var typed = new PolicyFields(form);
        var revision = revision(typed);
        return switch (typed.read(before)) {
            case PolicyFields.Read.Bad(FormErrors errors) ->
                    Pages.again(FORM, views.one(brand, revision, before, typed, errors));
            case PolicyFields.Read.Good(Policy policy) ->
                    switch (desk.change(
                            brand.id(),
                            revision,
                            with(policies.of(brand.id()), policy),
                            reader.memberId())) {
                        case PolicySaving.Saved(BrandPolicies _, List<Long> _) ->
                                pages.seeOther(
                                        path(brand),
                                        Notice.done(
                                                t(
                                                        "“{0}” holds for posts that come from now on.",
                                                        policy.name())));
                        case PolicySaving.Stale _ -> again(brand, before, typed, t(STALE));
                        case PolicySaving.Refused(String message) ->
                                again(brand, before, typed, message);
                    };
        };
    }

    /// With the revision of now: who looks at it again may save it.
    private HttpResponse<?> again(Brand brand, Policy before, PolicyFields typed, String message) {
        return Pages.again(
                FORM,
                views.one(
                        brand,
                        policies.of(brand.id()).revision(),
                        before,
                        typed,
                        FormErrors.of("name", message)));
    }

    /// A new one is tried before all others.
    private static List<Policy> with(BrandPolicies all, Policy policy) {
        var wanted = new ArrayList<>(all.policies());
        wanted.replaceAll(old -> old.number() == policy.number() ? policy : old);
        if (policy.number() == Policy.NEW) {
            wanted.addFirst(policy);
        }
        return wanted;
    }

    private static int revision(PolicyFields typed) {
        try {
            return Integer.parseInt(typed.at("revision"));
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static String path(Brand brand) {
        return "/brands/" + brand.id() + "/policies";
    }

    private Policy policy(long id, int number) {
        return policies.of(id)
                .find(number)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such policy"));
    }

    private Brand brand(long id) {
        return brands.find(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such brand"));
    }
}
