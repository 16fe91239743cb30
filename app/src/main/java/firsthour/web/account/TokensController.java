package firsthour.web.account;

import static firsthour.language.Texts.t;

import firsthour.delivery.Links;
import firsthour.security.ApiPath;
import firsthour.security.ApiTokens;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.time.Clock;
import firsthour.web.account.TokensView.Made;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
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
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;

/// One's own tokens for programs.
@Controller("/account/tokens")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class TokensController {
    private static final String PATH = "/account/tokens";
    private static final String VIEW = "account/tokens";

    private final ApiTokens tokens;
    private final Links links;
    private final Clock clock;
    private final Pages pages;

    TokensController(ApiTokens tokens, Links links, Clock clock, Pages pages) {
        this.tokens = tokens;
        this.links = links;
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    @View(VIEW)
    TokensView show(SignedIn reader) {
        return view(reader);
    }

    /// Answers with the page itself: the token is shown once.
    @Post
    HttpResponse<?> make(@Body TokenForm form, SignedIn reader) {
        var name = Pages.text(form.name());
        var days = days(Pages.text(form.days()));
        return switch (tokens.make(reader.memberId(), name, form.scopes(), days)) {
            case ApiTokens.Outcome.Refused(var field, var message) ->
                    Pages.again(
                            VIEW,
                            view(reader)
                                    .typed(
                                            name,
                                            form.scopes(),
                                            days,
                                            FormErrors.of(field, message)));
            case ApiTokens.Outcome.Made(var token, var secret) ->
                    HttpResponse.ok(
                            new ModelAndView<>(
                                    VIEW,
                                    view(reader)
                                            .with(
                                                    new Made(
                                                            token.name(),
                                                            secret,
                                                            example(secret)))));
        };
    }

    @Post("/{id}/withdraw")
    HttpResponse<?> withdraw(long id, SignedIn reader) {
        return pages.seeOther(
                PATH,
                tokens.withdraw(id, reader.memberId())
                        ? Notice.done(t("Withdrawn: it counts no more."))
                        : Notice.problem(t("This token was withdrawn already.")));
    }

    private TokensView view(SignedIn reader) {
        var now = clock.instant();
        return TokensView.of(
                tokens.list(reader.memberId()).stream()
                        .map(token -> TokensView.Row.of(token, ApiTokens.PREFIX, now))
                        .toList(),
                reader.role());
    }

    private String example(String secret) {
        return "curl -H 'Authorization: Bearer %s' %s"
                .formatted(secret, links.to(ApiPath.ROOT + "/me"));
    }

    /// -1 for what is none of the offered times.
    private static int days(String typed) {
        return TokensView.TIMES.stream()
                .filter(time -> time.toString().equals(typed))
                .findFirst()
                .orElse(-1);
    }
}
