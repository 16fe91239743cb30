package firsthour.web.team;

import static firsthour.language.Texts.t;

import firsthour.security.SignedIn;
import firsthour.team.Availabilities;
import firsthour.team.Availability;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.team.Role;
import firsthour.team.Team;
import firsthour.team.Teams;
import firsthour.time.Clock;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Times;
import firsthour.web.team.PersonView.Choice;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts into words who takes what, and who is away.
@Singleton
class WorkViews {
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private final Members members;
    private final Teams teams;
    private final Availabilities availabilities;
    private final Clock clock;

    WorkViews(Members members, Teams teams, Availabilities availabilities, Clock clock) {
        this.members = members;
        this.teams = teams;
        this.availabilities = availabilities;
        this.clock = clock;
    }

    /// What is said of everybody.
    TeamView.Work list(SignedIn reader) {
        var now = clock.instant();
        var all = teams.list();
        var people = members.list();
        var names = people.stream().collect(Collectors.toMap(Member::id, Member::name));
        var lines = new HashMap<Long, String>();
        var away = new HashMap<Long, String>();
        availabilities
                .list()
                .forEach((id, one) -> {
                    lines.put(id, line(all, one));
                    if (one.isAwayOrWillBe(now)) {
                        away.put(id, away(one, names, now, reader.zone()));
                    }
                });
        people.stream()
                .filter(m -> !m.role().includes(Role.AGENT))
                .forEach(m -> lines.remove(m.id()));
        return new TeamView.Work(
                all.stream().map(team -> group(team, people)).toList(), lines, away);
    }

    /// The page of one person.
    PersonView person(Member member, SignedIn reader, FormErrors errors) {
        var now = clock.instant();
        var one = availabilities.get(member.id());
        var people = members.list();
        var names = people.stream().collect(Collectors.toMap(Member::id, Member::name));
        var zone = reader.zone();
        return new PersonView(
                member.id(),
                member.name(),
                member.id() == reader.memberId(),
                member.role().includes(Role.AGENT),
                reader.may(Role.MANAGER),
                one.version(),
                Integer.toString(one.capacity()),
                String.join(", ", one.skills()),
                teams.list().stream()
                        .map(team ->
                                new Choice(
                                        team.id(),
                                        team.name(),
                                        team.memberIds().contains(member.id())))
                        .toList(),
                one.isAwayOrWillBe(now) ? away(one, names, now, zone) : null,
                one.awaySince()
                        .filter(_ -> one.isAwayOrWillBe(now))
                        .map(at -> field(at, zone))
                        .orElse(""),
                one.awayUntil()
                        .filter(_ -> one.isAwayOrWillBe(now))
                        .map(at -> field(at, zone))
                        .orElse(""),
                people.stream()
                        .filter(m -> m.active() && m.role().includes(Role.AGENT))
                        .filter(m -> m.id() != member.id())
                        .map(m ->
                                new Choice(
                                        m.id(),
                                        m.name(),
                                        one.coverId().equals(Optional.of(m.id()))))
                        .toList(),
                errors);
    }

    private static String field(Instant at, ZoneId zone) {
        return FIELD.format(at.atZone(zone));
    }

    private static TeamView.Group group(Team team, List<Member> people) {
        return new TeamView.Group(
                team.id(),
                team.name(),
                people.stream()
                        .filter(m -> team.memberIds().contains(m.id()))
                        .map(m -> m.active() ? m.name() : t("{0} (deactivated)", m.name()))
                        .collect(Collectors.joining(", ")));
    }

    private static String line(List<Team> teams, Availability one) {
        var parts = new ArrayList<String>();
        teams.stream()
                .filter(team -> team.memberIds().contains(one.memberId()))
                .map(Team::name)
                .forEach(parts::add);
        parts.addAll(one.skills());
        parts.add(t("up to {0}", one.capacity()));
        return String.join(" · ", parts);
    }

    /// "Away until Mon 09:00, Ben stands in".
    private static String away(
            Availability one, Map<Long, String> names, Instant now, ZoneId zone) {
        var from =
                one.awaySince()
                        .filter(since -> since.isAfter(now))
                        .map(since -> Times.moment(since, now, zone));
        var until = one.awayUntil().map(at -> Times.moment(at, now, zone));
        var words = from.map(at -> t("Away from {0}", at)).orElseGet(() -> t("Away"));
        if (until.isPresent()) {
            words =
                    from.isPresent()
                            ? t("Away from {0} until {1}", from.get(), until.get())
                            : t("Away until {0}", until.get());
        }
        return words
                + ", "
                + one.coverId()
                        .map(names::get)
                        .map(name -> t("{0} stands in", name))
                        .orElseGet(() -> t("nobody stands in"));
    }
}
