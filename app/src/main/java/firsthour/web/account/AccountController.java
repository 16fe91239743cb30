package firsthour.web.account;

import static firsthour.language.Texts.t;

import firsthour.language.Language;
import firsthour.security.ClientAddress;
import firsthour.security.OwnPassword;
import firsthour.security.Roles;
import firsthour.security.SessionCookie;
import firsthour.security.Sessions;
import firsthour.security.SignedIn;
import firsthour.team.Members;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import firsthour.web.shell.Times;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.micronaut.views.View;

@Controller("/account")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class AccountController {
    private static final String VIEW = "account/account";

    private final Members members;
    private final OwnPassword ownPassword;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ClientAddress addresses;
    private final Pages pages;

    AccountController(
            Members members,
            OwnPassword ownPassword,
            Sessions sessions,
            SessionCookie cookie,
            ClientAddress addresses,
            Pages pages) {
        this.members = members;
        this.ownPassword = ownPassword;
        this.sessions = sessions;
        this.cookie = cookie;
        this.addresses = addresses;
        this.pages = pages;
    }

    @Get
    @View(VIEW)
    AccountView show(SignedIn reader) {
        return view(reader, FormErrors.NONE);
    }

    @Post
    HttpResponse<?> change(@Body ProfileForm form, SignedIn reader, HttpRequest<?> request) {
        var name = Pages.text(form.name());
        var zone = Pages.text(form.zone());
        var language = Language.find(form.language()).orElse(null);
        return switch (members.changeProfile(reader.memberId(), name, zone, language)) {
            case Refused(var field, var message) ->
                    Pages.again(
                            VIEW,
                            view(reader, FormErrors.NONE)
                                    .typed(name, zone, language, FormErrors.of(field, message)));
            case Saved(var member) -> {
                sessions.forget(member.id());
                var next = language == null ? Language.ofBrowser(request) : language;
                yield pages.seeOther("/account", Notice.done(next.say(() -> t("Saved."))));
            }
        };
    }

    /// Ends every other sign-in of this person; this one goes on with a new token.
    @Post("/password")
    HttpResponse<?> changePassword(
            @Body PasswordForm form, SignedIn reader, HttpRequest<?> request) {
        var outcome =
                ownPassword.change(
                        reader.memberId(),
                        Pages.text(form.current()),
                        Pages.text(form.password()),
                        addresses.of(request));
        return switch (outcome) {
            case OwnPassword.Outcome.Changed(var member) ->
                    pages.seeOther(
                                    "/account",
                                    Notice.done(
                                            t(
                                                    "Your password is changed. You were signed out everywhere else.")))
                            .cookie(cookie.of(sessions.begin(member), request));
            case OwnPassword.Outcome.Wrong(var field, var message) ->
                    Pages.again(VIEW, view(reader, FormErrors.of(field, message)));
            case OwnPassword.Outcome.Throttled(var remaining) ->
                    Pages.again(
                            VIEW,
                            view(
                                    reader,
                                    FormErrors.of(
                                            "current",
                                            t(
                                                    "There were too many attempts. Try again in {0}.",
                                                    Times.span(remaining)))));
        };
    }

    private AccountView view(SignedIn reader, FormErrors errors) {
        return AccountView.of(members.get(reader.memberId()), errors);
    }
}
