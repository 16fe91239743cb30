package firsthour.security;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.team.Role;
import firsthour.time.Clock;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "firsthour.allowed-hosts", value = "Feeds.Intern,127.0.0.1")
class AllowedHostsTest {
    private final Predicate<String> allowed;
    private final AllowedHostRows stored;
    private final Rows rows;
    private final TestPeople people;

    AllowedHostsTest(
            @Named("allowed-hosts") Predicate<String> allowed,
            AllowedHostRows stored,
            Rows rows,
            TestPeople people) {
        this.allowed = allowed;
        this.stored = stored;
        this.rows = rows;
        this.people = people;
    }

    @Test
    void thoseOfTheCommandLineAreAllowed() {
        assertThat(allowed).accepts("feeds.intern", "FEEDS.intern.", "127.0.0.1");
        assertThat(allowed).rejects("localhost", "127.0.0.2", "intern", "");
    }

    @Test
    void anAdminAddsAndRemovesOne() {
        var admin = people.signedIn(Role.ADMIN);
        assertThat(allowed.test("chat.intern")).isFalse();
        var wrong = admin.post("/team/network", Map.of("host", "https://chat.intern/x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"https://chat.intern/x\"", "without a port");
        admin.post("/team/network", Map.of("host", " Chat.Intern "));
        assertThat(allowed.test("chat.intern")).isTrue();
        assertThat(admin.get("/team/network").body()).contains("chat.intern", "feeds.intern");
        admin.post("/team/network", Map.of("host", "[FE80::1]"));
        assertThat(allowed.test("fe80::1")).isTrue();
        admin.post("/team/network/remove", Map.of("host", "chat.intern"));
        assertThat(allowed.test("chat.intern")).isFalse();
    }

    @Test
    void whatAnotherNodeAddedCountsWithinSeconds() {
        var time = new TestTime(Instant.parse("2026-11-10T09:00:00Z"));
        var node = new AllowedHosts(List.of(), stored, new Clock(time));
        assertThat(node.allows("late.intern")).isFalse();
        rows.execute("INSERT INTO allowed_host VALUES ('late.intern', UTC_TIMESTAMP(6))");
        assertThat(node.allows("late.intern")).isFalse();
        time.pass(Duration.ofSeconds(6));
        assertThat(node.allows("late.intern")).isTrue();
    }
}
