package firsthour.web.signin;

import static firsthour.language.Texts.t;

import firsthour.security.ClientAddress;
import firsthour.security.LocalPath;
import firsthour.security.SessionCookie;
import firsthour.security.Sessions;
import firsthour.security.SignIn;
import firsthour.security.SignedIn;
import firsthour.team.Members;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import firsthour.web.shell.Times;
import io.micronaut.context.annotation.Value;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {
    private static final String VIEW = "signin/signin";

    /// Nobody real has an address like this.
    private static final String INVENTED = ".example";

    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ClientAddress addresses;
    private final Pages pages;
    private final Members members;
    private final boolean demo;

    SignInController(
            SignIn signIn,
            Sessions sessions,
            SessionCookie cookie,
            ClientAddress addresses,
            Pages pages,
            Members members,
            @Value("${firsthour.demo:false}") boolean demo) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.addresses = addresses;
        this.pages = pages;
        this.members = members;
        this.demo = demo;
    }

    @Get("/login")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> show(@QueryValue @Nullable String next, @Nullable SignedIn signedIn) {
        var path = LocalPath.orHome(next);
        return signedIn == null
                ? HttpResponse.ok(new ModelAndView<>(VIEW, view("", path, null)))
                : Pages.seeOther(path);
    }

    @Post("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> signIn(@Body SignInForm form, HttpRequest<?> request) {
        var email = Pages.text(form.email());
        var password = Pages.text(form.password());
        var next = LocalPath.orHome(form.next());
        return switch (signIn.attempt(email, password, addresses.of(request))) {
            case SignIn.Outcome.Accepted(var member) ->
                    Pages.seeOther(next).cookie(cookie.of(sessions.begin(member), request));
            case SignIn.Outcome.Refused() ->
                    Pages.again(
                            VIEW,
                            view(
                                    email,
                                    next,
                                    t(
                                            "E-mail address and password do not belong together. Try again, or ask an admin for a new password.")));
            case SignIn.Outcome.Throttled(var remaining) ->
                    Pages.again(
                                    VIEW,
                                    view(
                                            email,
                                            next,
                                            t(
                                                    "There were too many attempts. Try again in {0}; sooner if an admin gives you a new password.",
                                                    Times.span(remaining))))
                            .status(HttpStatus.TOO_MANY_REQUESTS)
                            .header("Retry-After", Long.toString(remaining.toSeconds()));
        };
    }

    private SignInView view(String email, String next, @Nullable String error) {
        var samples =
                demo
                        ? members.list().stream()
                                .filter(member -> member.email().endsWith(INVENTED))
                                .map(member ->
                                        new SignInView.Sample(
                                                member.name(),
                                                member.email(),
                                                member.role().label()))
                                .toList()
                        : List.<SignInView.Sample>of();
        return new SignInView(email, next, error, samples);
    }

    @Post("/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        return pages.seeOther("/login", Notice.done(t("You are signed out.")))
                .cookie(cookie.ended(request))
                .header("Clear-Site-Data", "\"cache\"");
    }
}
