package firsthour.web.team;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.security.Passwords;
import firsthour.security.Roles;
import firsthour.security.Sessions;
import firsthour.security.SignIn;
import firsthour.security.SignedIn;
import firsthour.team.Members;
import firsthour.team.NewMember;
import firsthour.team.Outcome;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.team.Role;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import firsthour.web.team.TeamView.AddForm;
import firsthour.web.team.TeamView.Secret;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

@Controller("/team")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class TeamController {
    private static final String VIEW = "team/team";

    private final Members members;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignIn signIn;
    private final WorkViews work;
    private final Pages pages;

    TeamController(
            Members members,
            Passwords passwords,
            Sessions sessions,
            SignIn signIn,
            WorkViews work,
            Pages pages) {
        this.members = members;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
        this.work = work;
        this.pages = pages;
    }

    @Get
    @View(VIEW)
    TeamView show(SignedIn reader) {
        return view(reader, emptyForm(reader), FormErrors.NONE, null);
    }

    /// Answers with the page itself when a password was made: it is shown once and kept nowhere.
    @Post
    @Secured(Roles.ADMIN)
    HttpResponse<?> add(@Body MemberForm form, SignedIn reader) {
        var asked =
                new AddForm(
                        Pages.text(form.email()),
                        Pages.text(form.name()),
                        role(form.role()),
                        Pages.text(form.zone()));
        var chosen = Pages.text(form.password());
        var password = chosen.isEmpty() ? passwords.generate() : chosen;
        var problem = passwords.problem(password, asked.email());
        if (problem.isPresent()) {
            return again(reader, asked, FormErrors.of("password", problem.get()));
        }
        var added =
                members.add(
                        new NewMember(
                                asked.email(),
                                asked.name(),
                                asked.role(),
                                asked.zone(),
                                passwords.hash(password)),
                        reader.memberId());
        return switch (added) {
            case Refused(var field, var message) ->
                    again(reader, asked, FormErrors.of(field, message));
            case Saved(var member) when !chosen.isEmpty() ->
                    pages.seeOther("/team", Notice.done(t("{0} can sign in now.", member.name())));
            case Saved(var member) ->
                    HttpResponse.ok(
                            new ModelAndView<>(
                                    VIEW,
                                    view(
                                            reader,
                                            emptyForm(reader),
                                            FormErrors.NONE,
                                            new Secret(member.name(), member.email(), password))));
        };
    }

    @Post("/{id}/role")
    @Secured(Roles.ADMIN)
    HttpResponse<?> changeRole(@PathVariable long id, @Nullable String role, SignedIn reader) {
        exists(id);
        return answer(
                members.changeRole(id, role(role), reader.memberId()),
                mark("{0} has the role {1} now."));
    }

    @Post("/{id}/deactivate")
    @Secured(Roles.ADMIN)
    HttpResponse<?> deactivate(@PathVariable long id, SignedIn reader) {
        exists(id);
        return answer(
                members.deactivate(id, reader.memberId()),
                mark(
                        "{0} cannot sign in any more. Their open cases go to whoever stands in, or become unclaimed."));
    }

    @Post("/{id}/activate")
    @Secured(Roles.ADMIN)
    HttpResponse<?> activate(@PathVariable long id, SignedIn reader) {
        exists(id);
        return answer(members.activate(id, reader.memberId()), mark("{0} can sign in again."));
    }

    @Post("/{id}/password")
    @Secured(Roles.ADMIN)
    HttpResponse<?> newPassword(@PathVariable long id, SignedIn reader) {
        exists(id);
        var password = passwords.generate();
        var member = members.changePassword(id, passwords.hash(password), reader.memberId());
        sessions.forget(id);
        signIn.forgive(member);
        return HttpResponse.ok(
                new ModelAndView<>(
                        VIEW,
                        view(
                                reader,
                                emptyForm(reader),
                                FormErrors.NONE,
                                new Secret(member.name(), member.email(), password))));
    }

    private HttpResponse<?> answer(Outcome outcome, String sentence) {
        return switch (outcome) {
            case Saved(var member) -> {
                sessions.forget(member.id());
                yield pages.seeOther(
                        "/team", Notice.done(t(sentence, member.name(), member.role().label())));
            }
            case Refused refused -> pages.seeOther("/team", Notice.problem(refused.message()));
        };
    }

    private HttpResponse<?> again(SignedIn reader, AddForm form, FormErrors errors) {
        return Pages.again(VIEW, view(reader, form, errors, null));
    }

    private TeamView view(
            SignedIn reader, AddForm form, FormErrors errors, @Nullable Secret secret) {
        return TeamView.of(
                members.list(), reader.memberId(), form, errors, secret, work.list(reader));
    }

    private void exists(long id) {
        if (members.find(id).isEmpty()) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "No such member");
        }
    }

    private static AddForm emptyForm(SignedIn reader) {
        return new AddForm("", "", Role.AGENT, reader.zone().getId());
    }

    /// @throws HttpStatusException when it is none of ours: the page offers only those
    private static Role role(@Nullable String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HttpStatusException(HttpStatus.BAD_REQUEST, "No such role"));
    }
}
