package firsthour.web.team;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.team.Availabilities;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.team.Outcome;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.team.Role;
import firsthour.team.Teams;
import firsthour.time.Clock;
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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What one person takes, and when they are away.
@Controller("/team/{id}")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class PersonController {
    private static final String VIEW = "team/person";

    private final Members members;
    private final Teams teams;
    private final Availabilities availabilities;
    private final WorkViews views;
    private final Pages pages;
    private final Clock clock;

    PersonController(
            Members members,
            Teams teams,
            Availabilities availabilities,
            WorkViews views,
            Pages pages,
            Clock clock) {
        this.members = members;
        this.teams = teams;
        this.availabilities = availabilities;
        this.views = views;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    @View(VIEW)
    PersonView show(long id, SignedIn reader) {
        return views.person(get(id), reader, FormErrors.NONE);
    }

    @Post("/work")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> work(long id, @Body WorkForm form, SignedIn reader) {
        var member = get(id);
        var outcome =
                availabilities.changeWork(
                        id,
                        form.version(),
                        capacity(form.capacity()),
                        Pages.text(form.skills()),
                        reader.memberId());
        if (outcome instanceof Saved) {
            teams.belong(
                    id,
                    Set.copyOf(Objects.requireNonNullElse(form.teams(), List.of())),
                    reader.memberId());
        }
        return answer(
                member,
                outcome,
                mark("Kept: that is what {0} takes."),
                reader,
                page -> page.typed(form));
    }

    @Post("/away")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> away(long id, @Body AwayForm form, SignedIn reader) {
        var member = get(id);
        var refused = refuseOthers(id, reader);
        if (refused.isPresent()) {
            return refused.get();
        }
        var cover = number(form.cover());
        try {
            var since = parse(form.since(), reader.zone()).orElseGet(clock::instant);
            var until = parse(form.until(), reader.zone());
            return answer(
                    member,
                    availabilities.goAway(
                            id, form.version(), since, until, cover, reader.memberId()),
                    mark("Noted: {0} is away. Open cases go to whoever stands in within a minute."),
                    reader,
                    page -> page.typed(form));
        } catch (DateTimeParseException _) {
            return Pages.again(
                    VIEW,
                    views.person(
                                    member,
                                    reader,
                                    FormErrors.of(
                                            "until",
                                            t("Enter date and time, such as 2026-11-16 14:05.")))
                            .typed(form));
        }
    }

    @Post("/back")
    @Secured(Roles.AGENT_OR_ABOVE)
    HttpResponse<?> back(long id, SignedIn reader) {
        var member = get(id);
        var refused = refuseOthers(id, reader);
        return refused.isPresent()
                ? refused.get()
                : answer(
                        member,
                        availabilities.comeBack(id, reader.memberId()),
                        mark("{0} is here again."),
                        reader,
                        UnaryOperator.identity());
    }

    private Optional<HttpResponse<?>> refuseOthers(long id, SignedIn reader) {
        return id == reader.memberId() || reader.may(Role.MANAGER)
                ? Optional.empty()
                : Optional.of(
                        pages.seeOther(
                                "/team/" + id,
                                Notice.problem(
                                        t(
                                                "Only a manager says when somebody else is away. Nothing was changed; ask one."))));
    }

    /// @param typed puts what was typed into the page that is shown again
    private HttpResponse<?> answer(
            Member member,
            Outcome outcome,
            String done,
            SignedIn reader,
            UnaryOperator<PersonView> typed) {
        return switch (outcome) {
            case Saved _ ->
                    pages.seeOther("/team/" + member.id(), Notice.done(t(done, member.name())));
            case Refused(var field, var message) ->
                    Pages.again(
                            VIEW,
                            typed.apply(
                                    views.person(member, reader, FormErrors.of(field, message))));
        };
    }

    private Member get(long id) {
        return members.find(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such member"));
    }

    private static Optional<Instant> parse(@Nullable String typed, ZoneId zone) {
        var text = Pages.text(typed).strip();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant());
    }

    /// What was typed, or a number that is refused.
    private static int capacity(@Nullable String typed) {
        var text = Pages.text(typed).strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static Optional<Long> number(@Nullable String typed) {
        var text = Pages.text(typed).strip();
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
