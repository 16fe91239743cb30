package firsthour.web.policies;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Rejected;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.LookRule;
import firsthour.triage.LookRules;
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
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Of which replies a colleague has to approve.
@Controller("/brands/{id}/second-looks")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class LookRulesController {
    private static final String PAGE = "policies/looks";

    private final Brands brands;
    private final LookRules rules;
    private final Pages pages;

    LookRulesController(Brands brands, LookRules rules, Pages pages) {
        this.brands = brands;
        this.rules = rules;
        this.pages = pages;
    }

    @Get
    @View(PAGE)
    LookRulesView show(long id) {
        return view(brand(id), Map.of(), FormErrors.NONE);
    }

    @Post
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> add(long id, @Body Map<String, String> form, SignedIn reader) {
        var brand = brand(id);
        try {
            var severity =
                    number(form, "severity", t("Enter a whole number from 0 to 100, or nothing."));
            var added =
                    rules.add(
                            id,
                            reader.memberId(),
                            new LookRule.Draft(
                                    text(form, "name"),
                                    severity.isPresent()
                                            ? OptionalInt.of(
                                                    (int) Math.min(severity.getAsLong(), 101))
                                            : OptionalInt.empty(),
                                    number(
                                            form,
                                            "reach",
                                            t("Enter a whole number of people, or nothing.")),
                                    form.containsKey("vip"),
                                    form.containsKey("agents")));
            return pages.seeOther(
                    "/brands/" + id + "/second-looks",
                    Notice.done(t("“{0}” counts from now on.", added.name())));
        } catch (Rejected e) {
            return Pages.again(
                    PAGE,
                    view(brand, form, FormErrors.of(e.field(), String.valueOf(e.getMessage()))));
        }
    }

    @Post("/{rule}/remove")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> remove(long id, long rule, SignedIn reader) {
        brand(id);
        rules.remove(id, reader.memberId(), rule);
        return pages.seeOther(
                "/brands/" + id + "/second-looks",
                Notice.done(t("Removed. Looks that were asked for stay.")));
    }

    private LookRulesView view(Brand brand, Map<String, String> typed, FormErrors errors) {
        return new LookRulesView(
                brand.id(),
                brand.name(),
                rules.list(brand.id()).stream().map(LookRulesController::line).toList(),
                typed,
                errors);
    }

    private static LookRulesView.Line line(LookRule rule) {
        var words = rule.inWords();
        return new LookRulesView.Line(
                rule.id(),
                rule.name(),
                words.isEmpty()
                        ? t("Every reply")
                        : t("Replies where {0}", String.join(", ", words)));
    }

    private static OptionalLong number(Map<String, String> form, String field, String wrong) {
        var typed = text(form, field);
        if (typed.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!typed.matches("\\d{1,12}")) {
            throw new Rejected(field, wrong);
        }
        return OptionalLong.of(Long.parseLong(typed));
    }

    private static String text(Map<String, String> form, String field) {
        return Pages.text(form.get(field)).strip();
    }

    private Brand brand(long id) {
        return brands.find(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such brand"));
    }
}
