package firsthour.web.policies;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import firsthour.triage.LookRule;
import firsthour.triage.LookRules;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class LookRulesPageTest {
    private final TestPeople people;
    private final LookRules rules;
    private final Brand brand;
    private TestBrowser manager;

    LookRulesPageTest(TestPeople people, Brands brands, LookRules rules) {
        this.people = people;
        this.rules = rules;
        this.brand = brands.add("Brand " + UUID.randomUUID(), "Europe/Berlin", false);
        this.manager = people.signedOut();
    }

    @BeforeEach
    void signIn() {
        manager = people.signedIn(Role.MANAGER);
    }

    @Test
    void aRuleIsAddedReadAndRemoved() {
        assertThat(manager.get(path("")).body()).contains("None yet", "Add a rule");
        assertThat(add(Map.of("name", "Grave", "severity", "70", "agents", "yes"))).isEqualTo(303);
        assertThat(manager.get(path("")).body())
                .contains("Grave", "Replies where severity from 70, written by an agent");
        assertThat(people.signedIn(Role.VIEWER).get(path("")).body())
                .contains("Grave")
                .doesNotContain("Add a rule", "Remove");
        var id = rules.list(brand.id()).getFirst().id();
        assertThat(manager.post(path("/" + id + "/remove"), Map.of()).statusCode()).isEqualTo(303);
        assertThat(rules.list(brand.id())).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        for (var wrong :
                new String[][] {
                    {"severity", "101"}, {"severity", "much"}, {"reach", "-1"}, {"name", " "}
                }) {
            var form = new HashMap<>(Map.of("name", "Known voices", "vip", "yes"));
            form.put(wrong[0], wrong[1]);
            var answer = manager.post(path(""), form);
            assertThat(answer.statusCode()).as(wrong[0] + wrong[1]).isEqualTo(422);
            assertThat(answer.body()).contains(wrong[0] + "-error");
        }
        assertThat(add(Map.of("name", "Known  voices", "vip", "yes"))).isEqualTo(303);
        assertThat(add(Map.of("name", "Known voices"))).isEqualTo(422);
        assertThat(rules.list(brand.id()))
                .extracting(LookRule::name)
                .containsExactly("Known voices");
    }

    @Test
    void thePoliciesLeadThere() {
        assertThat(manager.get("/brands/" + brand.id() + "/policies").body()).contains(path("\""));
        assertThat(manager.get("/brands/987654321/second-looks").statusCode()).isEqualTo(404);
    }

    private int add(Map<String, String> fields) {
        return manager.post(path(""), fields).statusCode();
    }

    private String path(String more) {
        return "/brands/" + brand.id() + "/second-looks" + more;
    }
}
