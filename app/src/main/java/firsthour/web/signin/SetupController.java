package firsthour.web.signin;

import static firsthour.language.Texts.t;

import firsthour.security.ClientAddress;
import firsthour.security.FirstRun;
import firsthour.security.SessionCookie;
import firsthour.security.Sessions;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import firsthour.web.shell.Times;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;

@Controller("/setup")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SetupController {
    private static final String VIEW = "signin/setup";

    private final FirstRun firstRun;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ClientAddress addresses;
    private final Pages pages;

    SetupController(
            FirstRun firstRun,
            Sessions sessions,
            SessionCookie cookie,
            ClientAddress addresses,
            Pages pages) {
        this.firstRun = firstRun;
        this.sessions = sessions;
        this.cookie = cookie;
        this.addresses = addresses;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> show() {
        return firstRun.pending()
                ? HttpResponse.ok(
                        new ModelAndView<>(VIEW, new SetupView("", "", "", "UTC", FormErrors.NONE)))
                : Pages.seeOther("/");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> create(@Body SetupForm form, HttpRequest<?> request) {
        var code = Pages.text(form.code());
        var email = Pages.text(form.email());
        var name = Pages.text(form.name());
        var zone = Pages.text(form.zone());
        var outcome =
                firstRun.create(
                        code,
                        email,
                        name,
                        zone,
                        Pages.text(form.password()),
                        addresses.of(request));
        return switch (outcome) {
            case FirstRun.Outcome.Created(var member) ->
                    pages.seeOther(
                                    "/",
                                    Notice.done(
                                            t("Welcome, {0}. Firsthour is yours.", member.name())))
                            .cookie(cookie.of(sessions.begin(member), request));
            case FirstRun.Outcome.Wrong(var field, var message) ->
                    Pages.again(
                            VIEW,
                            new SetupView(code, email, name, zone, FormErrors.of(field, message)));
            case FirstRun.Outcome.Throttled(var remaining) ->
                    Pages.again(
                                    VIEW,
                                    new SetupView(
                                            code,
                                            email,
                                            name,
                                            zone,
                                            FormErrors.of(
                                                    "code",
                                                    t(
                                                            "There were too many wrong codes. Try again in {0}.",
                                                            Times.span(remaining)))))
                            .status(HttpStatus.TOO_MANY_REQUESTS);
            case FirstRun.Outcome.Over() ->
                    pages.seeOther(
                            "/login",
                            Notice.problem(
                                    t(
                                            "The first admin exists already. Sign in, or ask that person to add you.")));
        };
    }
}
