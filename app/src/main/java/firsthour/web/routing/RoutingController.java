package firsthour.web.routing;

import static firsthour.language.Texts.t;

import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.RoutingRule;
import firsthour.triage.RoutingRule.Change;
import firsthour.triage.RoutingRules;
import firsthour.web.routing.RoutingView.RulePage;
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

/// The rules about where new cases go.
@Controller("/team/routing")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class RoutingController {
    private static final String LIST = "routing/list";
    private static final String RULE = "routing/rule";

    private final RoutingRules rules;
    private final RoutingViews views;
    private final Pages pages;

    RoutingController(RoutingRules rules, RoutingViews views, Pages pages) {
        this.rules = rules;
        this.views = views;
        this.pages = pages;
    }

    @Get
    @View(LIST)
    RoutingView list() {
        return views.list(RuleForm.empty(), FormErrors.NONE);
    }

    @Post
    HttpResponse<?> draft(@Body RuleForm form, SignedIn reader) {
        return switch (form.read()) {
            case RuleForm.Read.Wrong(var field, var message) ->
                    Pages.again(LIST, views.list(form, FormErrors.of(field, message)));
            case RuleForm.Read.Fine(var draft) ->
                    switch (rules.draft(draft, reader.memberId())) {
                        case Change.Done(var rule) ->
                                pages.seeOther(
                                        path(rule.id()),
                                        Notice.done(
                                                t(
                                                        "Written. Try it over last month's cases, then let it go live.")));
                        case Change.Refused(var message) ->
                                Pages.again(LIST, views.list(form, FormErrors.of("name", message)));
                        case Change.Gone _ -> throw missing();
                    };
        };
    }

    @Get("/{id}")
    @View(RULE)
    RulePage show(long id) {
        return views.page(get(id), null, FormErrors.NONE);
    }

    @Post("/{id}")
    HttpResponse<?> change(long id, @Body RuleForm form, SignedIn reader) {
        var rule = get(id);
        return switch (form.read()) {
            case RuleForm.Read.Wrong(var field, var message) ->
                    Pages.again(RULE, views.page(rule, form, FormErrors.of(field, message)));
            case RuleForm.Read.Fine(var draft) -> {
                var outcome = rules.change(id, form.version(), draft, reader.memberId());
                yield outcome instanceof Change.Refused(var message)
                        ? Pages.again(RULE, views.page(rule, form, FormErrors.of("name", message)))
                        : answer(
                                outcome,
                                path(id),
                                t("Written. It has to be tried again before it goes live."));
            }
        };
    }

    @Post("/{id}/try")
    HttpResponse<?> tryOut(long id, @Body VersionForm form, SignedIn reader) {
        return answer(
                rules.noteTried(id, form.version(), reader.memberId()),
                path(id) + "#tried",
                t("Tried. Nothing was changed by that."));
    }

    @Post("/{id}/live")
    HttpResponse<?> goLive(long id, @Body VersionForm form, SignedIn reader) {
        return answer(
                rules.goLive(id, form.version(), reader.memberId()),
                path(id),
                t("Live: it decides about cases that are opened from now on."));
    }

    @Post("/{id}/off")
    HttpResponse<?> switchOff(long id, @Body VersionForm form, SignedIn reader) {
        return answer(
                rules.switchOff(id, form.version(), reader.memberId()),
                path(id),
                t("Off. What it has sent stays where it is."));
    }

    @Post("/{id}/up")
    HttpResponse<?> moveUp(long id, SignedIn reader) {
        return answer(
                rules.moveUp(id, reader.memberId()),
                "/team/routing",
                t("It is asked earlier now."));
    }

    @Post("/{id}/remove")
    HttpResponse<?> remove(long id, @Body VersionForm form, SignedIn reader) {
        return answer(
                rules.remove(id, form.version(), reader.memberId()),
                "/team/routing",
                t("Removed."));
    }

    private HttpResponse<?> answer(Change change, String path, String done) {
        return switch (change) {
            case Change.Done _ -> pages.seeOther(path, Notice.done(done));
            case Change.Refused(var message) -> pages.seeOther(path, Notice.problem(message));
            case Change.Gone _ -> throw missing();
        };
    }

    private RoutingRule get(long id) {
        return rules.find(id).orElseThrow(RoutingController::missing);
    }

    private static String path(long id) {
        return "/team/routing/" + id;
    }

    private static HttpStatusException missing() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such rule");
    }
}
