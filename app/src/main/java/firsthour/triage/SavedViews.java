package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.team.Teams;
import firsthour.triage.SavedView.Change;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps filters of the queue under a name. Everybody keeps their own; managers share theirs with a
/// team, whose people then see the same filters, each with their own cases.
@Singleton
public class SavedViews {
    /// Characters of a name.
    public static final int MOST_NAME = 60;

    /// Views of one member.
    static final int MOST = 30;

    private static final Pattern FILTERS = Pattern.compile("[A-Za-z0-9=&%+._*-]{0,1000}");

    private final SavedViewRows rows;
    private final Teams teams;
    private final EventLog events;

    SavedViews(SavedViewRows rows, Teams teams, EventLog events) {
        this.rows = rows;
        this.teams = teams;
        this.events = events;
    }

    /// What somebody keeps, and what is shared with the teams to which they belong, by name.
    /// Managers see to what somebody shared who is gone.
    @Transactional(readOnly = true)
    public List<SavedView> findSeenBy(Actor reader) {
        return rows.findSeenBy(reader.memberId(), reader.mayOverrule()).stream()
                .map(SavedViewRow.Named::view)
                .toList();
    }

    /// Keeps filters under a name.
    ///
    /// @param filters as they stand in the address of the queue
    /// @param teamId with whom it is shared; empty for nobody
    @Transactional
    public Change save(String name, String filters, Optional<Long> teamId, Actor actor) {
        var tidy = name.strip();
        var wrong = check(tidy, teamId, actor);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (!FILTERS.matcher(filters).matches()) {
            return new Change.Refused(t("These filters cannot be kept: shorten the search."));
        }
        if (rows.countOf(actor.memberId()) >= MOST) {
            return new Change.Refused(
                    t("You keep {0} views already. Remove one that you need no more.", MOST));
        }
        try {
            var row =
                    rows.save(
                            new SavedViewRow(
                                    0, actor.memberId(), teamId.orElse(null), tidy, filters, 0));
            events.append(new Event.ViewSaved(row.id(), teamId.orElse(0L), actor.memberId()));
            return new Change.Done(get(row.id()));
        } catch (DataAccessException e) {
            return refuseName(tidy, actor.memberId(), e);
        }
    }

    /// Renames a view, and shares it with another team or with nobody.
    ///
    /// @param version that the person saw
    /// @param teamId counts for managers alone; what others change stays shared as it is
    @Transactional
    public Change change(long id, long version, String name, Optional<Long> teamId, Actor actor) {
        var tidy = name.strip();
        var wrong = check(tidy, actor.mayOverrule() ? teamId : Optional.empty(), actor);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var before = rows.find(id).map(SavedViewRow.Named::view).orElse(null);
        try {
            if (before == null
                    || rows.change(
                                    id,
                                    version,
                                    tidy,
                                    teamId.orElse(null),
                                    actor.memberId(),
                                    actor.mayOverrule())
                            == 0) {
                return refuse(before, actor);
            }
        } catch (DataAccessException e) {
            return refuseName(tidy, before == null ? 0 : before.ownerId(), e);
        }
        var after = get(id);
        events.append(new Event.ViewChanged(id, after.teamId().orElse(0L), actor.memberId()));
        return new Change.Done(after);
    }

    /// Removes a view. The cases stay as they are.
    @Transactional
    public Change remove(long id, long version, Actor actor) {
        var before = rows.find(id).map(SavedViewRow.Named::view).orElse(null);
        if (before == null
                || rows.remove(id, version, actor.memberId(), actor.mayOverrule()) == 0) {
            return refuse(before, actor);
        }
        events.append(new Event.ViewRemoved(id, before.teamId().orElse(0L), actor.memberId()));
        return new Change.Done(before);
    }

    private Optional<Change> check(String name, Optional<Long> teamId, Actor actor) {
        if (name.isEmpty() || name.length() > MOST_NAME) {
            return Optional.of(
                    new Change.Refused(
                            t("Give the view a name of at most {0} characters.", MOST_NAME)));
        }
        if (teamId.isEmpty()) {
            return Optional.empty();
        }
        if (!actor.mayOverrule()) {
            return Optional.of(
                    new Change.Refused(t("Only managers share a view. Keep it for yourself.")));
        }
        return teams.find(teamId.get()).isEmpty()
                ? Optional.of(new Change.Refused(t("That team is gone. Choose another one.")))
                : Optional.empty();
    }

    private static Change refuse(@Nullable SavedView view, Actor actor) {
        if (view == null) {
            return new Change.Refused(t("That view is gone: somebody removed it."));
        }
        return new Change.Refused(
                view.mayChange(actor)
                        ? t(
                                "Somebody else changed this view meanwhile. Nothing of yours was saved; look again, then repeat it.")
                        : t(
                                "{0} keeps this view. Ask {0}, or keep the filters under a name of your own.",
                                view.owner()));
    }

    /// The unique key decides, because the same name may be given twice at once.
    private Change refuseName(String name, long owner, DataAccessException e) {
        if (rows.countNamed(owner, name) > 0) {
            return new Change.Refused(t("There is a view called {0} already.", name));
        }
        throw e;
    }

    private SavedView get(long id) {
        return rows.find(id)
                .map(SavedViewRow.Named::view)
                .orElseThrow(() -> new IllegalStateException("View " + id + " is gone"));
    }
}
