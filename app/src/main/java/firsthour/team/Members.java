package firsthour.team;

import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.language.Language;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.time.Clock;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The people who work with Firsthour. Wherever somebody acts, `by` is the id of the member who
/// does, or [#SYSTEM].
@Singleton
public class Members {
    /// Who acts when nobody is signed in: the command line, the first run.
    public static final long SYSTEM = 0;

    private final MemberRows rows;
    private final EventLog events;
    private final Clock clock;

    Members(MemberRows rows, EventLog events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /// The member.
    ///
    /// @throws NoSuchElementException when there is none with this id
    public Member get(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("No member " + id));
    }

    /// The member; empty when there is none with this id.
    public Optional<Member> find(long id) {
        return rows.findById(id).map(MemberRow::member);
    }

    /// The member, if active and never deactivated since an instant: whatever was made for a member
    /// before ends with a deactivation for good.
    public Optional<Member> findActiveSince(long id, Instant since) {
        return rows.findActiveSince(id, since).map(MemberRow::member);
    }

    /// The member with this address, active or not.
    ///
    /// @param email in any case
    public Optional<Member> findByEmail(String email) {
        return rows.findByEmail(MemberRules.tidyEmail(email)).map(MemberRow::member);
    }

    /// What a password is checked against; for the sign-in only.
    public Optional<String> findPasswordHash(long id) {
        return rows.findById(id).map(MemberRow::passwordHash);
    }

    /// Everybody: those who are active first, then by name.
    public List<Member> list() {
        return rows.list().stream().map(MemberRow::member).toList();
    }

    /// Whether there is an active admin: once there is one, one always remains.
    public boolean anyAdmin() {
        return rows.countActiveAdmins() > 0;
    }

    /// Whether there is anybody at all, active or not.
    public boolean any() {
        return rows.count() > 0;
    }

    /// Adds somebody who can sign in at once.
    @Transactional
    public Outcome add(NewMember asked, long by) {
        var wrong = MemberRules.check(asked);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var email = MemberRules.tidyEmail(asked.email());
        var row =
                new MemberRow(
                        0,
                        email,
                        asked.name().strip(),
                        asked.role(),
                        asked.zone(),
                        null,
                        true,
                        0,
                        asked.passwordHash(),
                        clock.instant(),
                        0);
        try {
            var member = rows.save(row).member();
            events.append(new Event.MemberAdded(member.id(), member.role().name(), by));
            return new Saved(member);
        } catch (DataAccessException e) {
            // The unique key decides, because somebody else may add the same address meanwhile.
            if (rows.findByEmail(email).isPresent()) {
                return new Refused(
                        "email", t("Somebody with the address {0} is in the team already.", email));
            }
            throw e;
        }
    }

    /// Gives a member another role, and ends what was signed in under the old one.
    @Transactional
    public Outcome changeRole(long id, Role role, long by) {
        if (role != Role.ADMIN && isLastAdmin(id)) {
            return lastAdmin("role");
        }
        if (rows.changeRole(id, role.name()) > 0) {
            events.append(new Event.RoleChanged(id, role.name(), by));
        }
        return new Saved(get(id));
    }

    /// Ends all sign-ins of a member and allows no new one. The member's open cases go to whoever
    /// stands in, or become nobody's.
    @Transactional
    public Outcome deactivate(long id, long by) {
        if (isLastAdmin(id)) {
            return lastAdmin("role");
        }
        if (rows.deactivate(id, clock.instant()) > 0) {
            events.append(new Event.MemberDeactivated(id, by));
        }
        return new Saved(get(id));
    }

    /// Lets a member sign in again.
    @Transactional
    public Outcome activate(long id, long by) {
        if (rows.activate(id) > 0) {
            events.append(new Event.MemberActivated(id, by));
        }
        return new Saved(get(id));
    }

    /// Changes the name, the zone in which times are read, and the language of pages.
    ///
    /// @param language null for what the browser asks for
    @Transactional
    public Outcome changeProfile(long id, String name, String zone, @Nullable Language language) {
        var wrong = MemberRules.checkProfile(name, zone);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        rows.changeProfile(id, name.strip(), zone, language == null ? null : language.tag());
        return new Saved(get(id));
    }

    /// Replaces the password, and ends all sign-ins with the old one.
    @Transactional
    public Member changePassword(long id, String hash, long by) {
        rows.changePassword(id, hash);
        events.append(new Event.PasswordChanged(id, by));
        return get(id);
    }

    private boolean isLastAdmin(long id) {
        return rows.lockActiveAdmins().equals(List.of(id));
    }

    private static Refused lastAdmin(String field) {
        return new Refused(
                field,
                t(
                        "This is the last active admin, and without one nobody could change the team. Nothing was changed. Make somebody else an admin first."));
    }
}
