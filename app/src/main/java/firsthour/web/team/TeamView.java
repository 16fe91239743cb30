package firsthour.web.team;

import firsthour.team.Member;
import firsthour.team.Role;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The team.
///
/// @param form what was typed to add somebody
/// @param secret a password that was just made, shown once; null mostly
@Introspected
public record TeamView(
        List<Person> people, AddForm form, FormErrors errors, @Nullable Secret secret) {

    /// A row.
    ///
    /// @param self whether this is the reader
    public record Person(
            long id,
            String email,
            String name,
            Role role,
            String zone,
            boolean active,
            boolean self,
            Instant since) {}

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
            @Nullable Secret secret) {
        return new TeamView(
                members.stream().map(member -> person(member, reader)).toList(),
                form,
                errors,
                secret);
    }

    private static Person person(Member member, long reader) {
        return new Person(
                member.id(),
                member.email(),
                member.name(),
                member.role(),
                member.zone().getId(),
                member.active(),
                member.id() == reader,
                member.createdAt());
    }

    /// How many can sign in.
    public long active() {
        return people.stream().filter(Person::active).count();
    }
}
