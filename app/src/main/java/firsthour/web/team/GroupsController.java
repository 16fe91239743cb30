package firsthour.web.team;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.team.Teams;
import firsthour.team.Teams.Change;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;

/// The teams that cases are sent to.
@Controller("/team/groups")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class GroupsController {
    private final Teams teams;
    private final Pages pages;

    GroupsController(Teams teams, Pages pages) {
        this.teams = teams;
        this.pages = pages;
    }

    @Post
    HttpResponse<?> add(@Nullable String name, SignedIn reader) {
        return answer(
                teams.add(Pages.text(name), reader.memberId()),
                mark("{0} is a team now. Say on each person's page who belongs to it."));
    }

    @Post("/{id}/remove")
    HttpResponse<?> remove(long id, SignedIn reader) {
        if (teams.find(id).isEmpty()) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "No such team");
        }
        return answer(teams.remove(id, reader.memberId()), mark("{0} is no team any more."));
    }

    private HttpResponse<?> answer(Change change, String sentence) {
        return pages.seeOther(
                "/team",
                switch (change) {
                    case Change.Done(var team) -> Notice.done(t(sentence, team.name()));
                    case Change.Refused(var message) -> Notice.problem(message);
                });
    }
}
