package firsthour.web.team;

import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Pages;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What one person takes, and when they are away.
///
/// @param self whether this is the reader
/// @param works whether the person may work cases at all
/// @param mayChange whether the reader may say what this person takes
/// @param version of what is shown; each change carries it back
/// @param capacity a number, or what was typed instead
/// @param skills with commas between
/// @param away in words; null for who is here
/// @param since as a browser's field has it; empty for who is here
/// @param until as a browser's field has it; empty where no end is known
/// @param covers who may stand in, with the one who does marked
@Introspected
public record PersonView(
        long id,
        String name,
        boolean self,
        boolean works,
        boolean mayChange,
        long version,
        String capacity,
        String skills,
        List<Choice> teams,
        @Nullable String away,
        String since,
        String until,
        List<Choice> covers,
        FormErrors errors) {

    /// Something to choose.
    public record Choice(long id, String name, boolean chosen) {}

    /// With what was typed and not saved: what the person takes.
    PersonView typed(WorkForm form) {
        var chosen = Objects.requireNonNullElse(form.teams(), List.<Long>of());
        return with(
                form.version(),
                Pages.text(form.capacity()),
                Pages.text(form.skills()),
                chosen(teams, team -> chosen.contains(team.id())),
                since,
                until,
                covers);
    }

    /// With what was typed and not saved: when the person is away.
    PersonView typed(AwayForm form) {
        var cover = Pages.text(form.cover());
        return with(
                form.version(),
                capacity,
                skills,
                teams,
                Pages.text(form.since()),
                Pages.text(form.until()),
                chosen(covers, one -> cover.equals(Long.toString(one.id()))));
    }

    private static List<Choice> chosen(List<Choice> choices, Predicate<Choice> isChosen) {
        return choices.stream()
                .map(one -> new Choice(one.id(), one.name(), isChosen.test(one)))
                .toList();
    }

    /// @param seen the version stays the one that was seen: who overlooked a change of somebody
    ///   else is refused again until the page is opened anew
    private PersonView with(
            long seen,
            String typedCapacity,
            String typedSkills,
            List<Choice> chosenTeams,
            String typedSince,
            String typedUntil,
            List<Choice> chosenCover) {
        return new PersonView(
                id,
                name,
                self,
                works,
                mayChange,
                seen,
                typedCapacity,
                typedSkills,
                chosenTeams,
                away,
                typedSince,
                typedUntil,
                chosenCover,
                errors);
    }

    /// Whether the reader may say when this person is away.
    public boolean maySendAway() {
        return self || mayChange;
    }
}
