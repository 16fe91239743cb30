package firsthour.web.team;

import firsthour.team.Member;
import firsthour.team.Role;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The team.
///
/// @param form what was typed to add somebody
/// @param secret a password that was just made, shown once; null mostly
@Introspected
public record TeamView(
        List<Person> people,
        List<Group> groups,
        AddForm form,
        FormErrors errors,
        @Nullable Secret secret) {

    /// A team.
    ///
    /// @param people the names of those who belong to it, with commas between; empty for nobody
    public record Group(long id, String name, String people) {}

    /// What the page says of everybody's work.
    ///
    /// @param lines by member: teams, skills and how much
    /// @param away by member: until when and who stands in; nothing for who is here
    record Work(List<Group> groups, Map<Long, String> lines, Map<Long, String> away) {}

    /// A row.
    ///
    /// @param self whether this is the reader
    /// @param work teams, skills and how much, in words
    /// @param away until when and who stands in; null for who is here
    public record Person(
            long id,
            String email,
            String name,
            Role role,
            String zone,
            boolean active,
            boolean self,
            Instant since,
            String work,
            @Nullable String away) {}

    /// What the form to add somebody holds.
    public record AddForm(String email, String name, Role role, String zone) {}

    /// A password to hand over.
    public record Secret(String name, String email, String password) {}

    /// @param reader the id of whoever reads
    static TeamView of(
            List<Member> members,
            long reader,
            AddForm form,
            FormErrors errors,
            @Nullable Secret secret,
            Work work) {
        return new TeamView(
                members.stream().map(member -> person(member, reader, work)).toList(),
                work.groups(),
                form,
                errors,
                secret);
    }

    private static Person person(Member member, long reader, Work work) {
        return new Person(
                member.id(),
                member.email(),
                member.name(),
                member.role(),
                member.zone().getId(),
                member.active(),
                member.id() == reader,
                member.createdAt(),
                work.lines().getOrDefault(member.id(), ""),
                work.away().get(member.id()));
    }

    /// How many can sign in.
    public long active() {
        return people.stream().filter(Person::active).count();
    }
}
