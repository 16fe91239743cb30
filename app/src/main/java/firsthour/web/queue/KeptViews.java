package firsthour.web.queue;

import static firsthour.language.Texts.t;

import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.team.Teams;
import firsthour.triage.CaseKind;
import firsthour.triage.Queue;
import firsthour.triage.SavedView;
import firsthour.triage.SavedViews;
import firsthour.web.cases.CaseParts;
import firsthour.web.queue.QueueView.Kept;
import firsthour.web.queue.QueueView.Saved;
import firsthour.web.queue.QueueView.Team;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the views beside the tabs together: inquiries, who is waited for and who is silent, and
/// what people saved.
@Singleton
class KeptViews {
    private final SavedViews saved;
    private final Queue queue;
    private final Teams teams;

    KeptViews(SavedViews saved, Queue queue, Teams teams) {
        this.saved = saved;
        this.queue = queue;
        this.teams = teams;
    }

    /// Some filters under a name, before they are counted.
    private record Named(QueueQuery query, String name, Optional<SavedView> view) {}

    Kept of(QueueQuery query, SignedIn reader, String typed, @Nullable String wrong) {
        var all = new ArrayList<Named>();
        all.add(named(new QueueQuery(query.brand(), QueueQuery.Tab.ALL, CaseKind.INQUIRY, "")));
        all.add(named(new QueueQuery(query.brand(), QueueQuery.Tab.WAITING, null, "")));
        all.add(named(new QueueQuery(query.brand(), QueueQuery.Tab.SILENT, null, "")));
        for (var view : saved.findSeenBy(CaseParts.actor(reader))) {
            all.add(new Named(QueueQuery.parse(view.filters()), view.name(), Optional.of(view)));
        }
        var views = counted(all, query, reader);
        var nameable =
                wrong != null
                        || ((query.brand() != null || query.narrows())
                                && views.stream().noneMatch(Saved::on));
        return new Kept(views, choices(reader), nameable, typed, wrong);
    }

    /// A view that the reader sees.
    ///
    /// @param id as it stands in an address
    Optional<QueueQuery> find(String id, SignedIn reader) {
        var number = QueueQuery.number(id);
        return saved.findSeenBy(CaseParts.actor(reader)).stream()
                .filter(view -> number != null && view.id() == number)
                .map(view -> QueueQuery.parse(view.filters()))
                .findFirst();
    }

    private static Named named(QueueQuery query) {
        var name = query.kind() == null ? query.tab().label() : t("Inquiries");
        return new Named(query, name, Optional.empty());
    }

    private List<Saved> counted(List<Named> all, QueueQuery shown, SignedIn reader) {
        // While words are searched for, neither tabs nor views are counted.
        var countable =
                shown.words().isEmpty()
                        ? all.stream().filter(one -> one.query().words().isEmpty()).toList()
                        : List.<Named>of();
        var counts =
                queue.count(
                        countable.stream()
                                .map(one -> one.query().filter(reader.memberId()))
                                .toList());
        return all.stream()
                .map(one -> {
                    int place = countable.indexOf(one);
                    return view(one, place < 0 ? null : counts.get(place), shown, reader);
                })
                .toList();
    }

    private static Saved view(
            Named one, Queue.@Nullable Count count, QueueQuery shown, SignedIn reader) {
        var view = one.view();
        return new Saved(
                view.map(SavedView::id).orElse(0L),
                one.name(),
                one.query().path(""),
                count == null ? null : count.inWords(),
                one.query().equals(shown),
                view.map(kept -> shared(kept, reader)).orElse(""),
                view.flatMap(SavedView::teamId).orElse(null),
                view.map(SavedView::version).orElse(0L),
                view.filter(kept -> kept.mayChange(CaseParts.actor(reader))).isPresent());
    }

    private static String shared(SavedView view, SignedIn reader) {
        return view.team()
                .map(team ->
                        view.ownerId() == reader.memberId()
                                ? t("shared with {0}", team)
                                : t("shared with {0} by {1}", team, view.owner()))
                .orElse("");
    }

    private List<Team> choices(SignedIn reader) {
        return reader.may(Role.MANAGER)
                ? teams.list().stream().map(team -> new Team(team.id(), team.name())).toList()
                : List.of();
    }
}
