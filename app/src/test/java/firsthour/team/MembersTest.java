package firsthour.team;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.language.Language;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
class MembersTest {
    private final Members members;
    private final Rows rows;

    MembersTest(Members members, Rows rows) {
        this.members = members;
        this.rows = rows;
    }

    @BeforeEach
    void nobody() {
        rows.execute("DELETE FROM member");
        rows.execute("DELETE FROM event_log");
    }

    @Test
    void anAddressIsTakenOnceInWhateverCase() {
        add("ola@example.com", Role.AGENT);
        var again = members.add(asked(" Ola@Example.COM ", Role.ADMIN), Members.SYSTEM);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> {
                            assertThat(r.field()).isEqualTo("email");
                            assertThat(r.message()).contains("ola@example.com");
                        });
        assertThat(members.list()).hasSize(1);
        assertThat(members.findByEmail("OLA@example.com")).isPresent();
    }

    @Test
    void whatCannotBeReadIsRefusedAtItsField() {
        assertThat(refusal("no address", "Ola", "UTC")).isEqualTo("email");
        assertThat(refusal("a@b@c", "Ola", "UTC")).isEqualTo("email");
        assertThat(refusal("ola@example.com", " ", "UTC")).isEqualTo("name");
        assertThat(refusal("ola@example.com", "two\nlines", "UTC")).isEqualTo("name");
        assertThat(refusal("ola@example.com", "x".repeat(121), "UTC")).isEqualTo("name");
        assertThat(refusal("ola@example.com", "Ola", "Mars/Base")).isEqualTo("zone");
        assertThat(members.any()).isFalse();
    }

    @Test
    void aNameMayHoldEmoji() {
        var name = "Ana 🦊 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿";
        var saved =
                members.add(
                        new NewMember("ana@example.com", name, Role.AGENT, "UTC", "-"),
                        Members.SYSTEM);
        assertThat(saved).isInstanceOf(Saved.class);
        assertThat(members.findByEmail("ana@example.com").orElseThrow().name()).isEqualTo(name);
        assertThat(rows.column("SELECT HEX(name) FROM member"))
                .containsExactly(HexFormat.of().withUpperCase().formatHex(name.getBytes(UTF_8)));
    }

    @Test
    void theLastActiveAdminStays() {
        var admin = add("admin@example.com", Role.ADMIN);
        var gone = add("gone@example.com", Role.ADMIN);
        members.deactivate(gone.id(), admin.id());
        assertThat(members.deactivate(admin.id(), admin.id())).isInstanceOf(Refused.class);
        assertThat(members.changeRole(admin.id(), Role.VIEWER, admin.id()))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.message()).contains("last active admin"));
        assertThat(members.get(admin.id())).isEqualTo(admin);
        members.activate(gone.id(), admin.id());
        assertThat(members.deactivate(admin.id(), admin.id())).isInstanceOf(Saved.class);
    }

    @Test
    void twoAdminsCannotRemoveEachOtherAtTheSameMoment()
            throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                nobody();
                var one = add("one@example.com", Role.ADMIN);
                var two = add("two@example.com", Role.ADMIN);
                Callable<Outcome> first = () -> members.deactivate(two.id(), one.id());
                Callable<Outcome> second = () -> members.changeRole(one.id(), Role.AGENT, two.id());
                for (var done : pool.invokeAll(List.of(first, second))) {
                    done.get();
                }
                assertThat(members.list())
                        .filteredOn(m -> m.active() && m.role() == Role.ADMIN)
                        .hasSize(1);
            }
        }
    }

    @Test
    void changesOfRolePasswordAndAccessEndOlderSignIns() {
        add("admin@example.com", Role.ADMIN);
        var ola = add("ola@example.com", Role.AGENT);
        members.changeRole(ola.id(), Role.AGENT, 0);
        assertThat(members.get(ola.id()).sessionEpoch()).as("same role").isZero();
        members.changeRole(ola.id(), Role.MANAGER, 0);
        assertThat(members.get(ola.id()).sessionEpoch()).isEqualTo(1);
        members.changePassword(ola.id(), "other hash", 0);
        assertThat(members.get(ola.id()).sessionEpoch()).isEqualTo(2);
        members.deactivate(ola.id(), 0);
        assertThat(members.get(ola.id()).sessionEpoch()).isEqualTo(3);
        members.changeProfile(ola.id(), "Ola N.", "Europe/Oslo", Language.GERMAN);
        assertThat(members.get(ola.id()).sessionEpoch()).as("name, zone and language").isEqualTo(3);
    }

    @Test
    void everyChangeIsAnEventOfWhoDidItWithoutNamesAndAddresses() {
        var admin = add("admin@example.com", Role.ADMIN);
        var ola = add("ola@example.com", Role.AGENT);
        members.changeRole(ola.id(), Role.MANAGER, admin.id());
        members.changePassword(ola.id(), "other hash", admin.id());
        members.deactivate(ola.id(), admin.id());
        members.deactivate(ola.id(), admin.id());
        members.activate(ola.id(), admin.id());
        assertThat(rows.column("SELECT type FROM event_log ORDER BY id"))
                .containsExactly(
                        "MemberAdded",
                        "MemberAdded",
                        "RoleChanged",
                        "PasswordChanged",
                        "MemberDeactivated",
                        "MemberActivated");
        var by = String.valueOf(admin.id());
        assertThat(rows.column("SELECT member_id FROM event_log ORDER BY id"))
                .containsExactly("-", "-", by, by, by, by);
        assertThat(rows.column("SELECT data FROM event_log"))
                .noneMatch(data -> data.contains("example") || data.contains("hash"));
    }

    private String refusal(String email, String name, String zone) {
        var outcome = members.add(new NewMember(email, name, Role.AGENT, zone, "hash"), 0);
        return outcome instanceof Refused refused ? refused.field() : "none";
    }

    private Member add(String email, Role role) {
        return members.add(asked(email, role), Members.SYSTEM) instanceof Saved(var member)
                ? member
                : members.get(-1);
    }

    private static NewMember asked(String email, Role role) {
        return new NewMember(email, "Ola Nordmann", role, "UTC", "hash");
    }
}
