package firsthour.web.policies;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.clocks.Calendars;
import firsthour.clocks.ClockKind;
import firsthour.clocks.Policies;
import firsthour.clocks.Policy;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
class PoliciesPageTest {
    private final TestPeople people;
    private final Policies policies;
    private final Calendars calendars;
    private final Brand brand;
    private TestBrowser manager;

    PoliciesPageTest(TestPeople people, Brands brands, Policies policies, Calendars calendars) {
        this.people = people;
        this.policies = policies;
        this.calendars = calendars;
        this.brand = brands.add("Brand " + UUID.randomUUID(), "Europe/Berlin", false);
        this.manager = people.signedOut();
    }

    @BeforeEach
    void signIn() {
        manager = people.signedIn(Role.MANAGER);
    }

    @Test
    void theStandardIsShownUntilSomebodyChangesIt() {
        assertThat(manager.get(path("")).body())
                .contains("This is the standard", "1 hour", "24 hours");
        assertThat(people.signedIn(Role.VIEWER).get(path("")).body())
                .contains("24 hours")
                .doesNotContain("Add a policy");
    }

    @Test
    void aPolicyIsAddedBeforeTheOthersChangedMovedSwitchedAndRemoved() {
        assertThat(
                        manager.post(
                                        path("/new"),
                                        fields("Grave", "severity", "80", "acknowledgement", "15"))
                                .statusCode())
                .isEqualTo(303);
        assertThat(
                        manager.post(
                                        path("/new"),
                                        fields("German", "language", "de", "revision", "1"))
                                .statusCode())
                .isEqualTo(303);
        assertThat(names()).containsExactly("German", "Grave", "Everything");
        assertThat(manager.get(path("")).body())
                .contains("Posts in German", "Posts of severity 80 and above", "15 minutes")
                .containsOnlyOnce(">Hebrew<");

        manager.post(path("/" + number("Grave") + "/up"), Map.of("revision", "2"));
        assertThat(names()).containsExactly("Grave", "German", "Everything");

        manager.post(
                path("/" + number("Grave")),
                fields("Very grave", "severity", "90", "answer", "", "revision", "3"));
        assertThat(policies.of(brand.id()).policies().getFirst())
                .satisfies(policy -> {
                    assertThat(policy.name()).isEqualTo("Very grave");
                    assertThat(policy.scope().minSeverity()).hasValue(90);
                    assertThat(policy.targets())
                            .extracting(Policy.Target::kind)
                            .containsExactly(ClockKind.ACKNOWLEDGEMENT, ClockKind.NEXT_REPLY);
                });

        manager.post(path("/" + number("Very grave") + "/switch"), Map.of("revision", "4"));
        assertThat(policies.of(brand.id()).policies().getFirst().enabled()).isFalse();
        manager.post(path("/" + number("Very grave") + "/remove"), Map.of("revision", "5"));
        assertThat(names()).containsExactly("German", "Everything");
    }

    @Test
    void whatIsWrongComesBackAtItsFieldWithWhatWasTyped() {
        var answer =
                manager.post(
                        path("/new"),
                        fields(
                                "Quick",
                                "acknowledgement",
                                "0",
                                "severity",
                                "101",
                                "answer-business",
                                "yes"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Enter a whole number from 1, at most a year together.")
                .contains("Enter a whole number from 0 to 100, or nothing.")
                .contains("Choose whose business hours count.")
                .contains("value=\"Quick\"", "value=\"101\"");
        assertThat(manager.post(path("/new"), fields("Quick")).body())
                .contains("Choose at least one condition.");
        assertThat(policies.of(brand.id()).revision()).isZero();
    }

    @Test
    void anOlderCodeOfALanguageIsTheSameLanguage() {
        manager.post(path("/new"), fields("Old", "language", "iw"));
        assertThat(manager.get(path("/" + number("Old"))).body())
                .contains("<option value=\"he\" selected>Hebrew</option>");
    }

    @Test
    void whoSawAnOlderListIsToldAndKeepsWhatWasTyped() {
        manager.post(path("/new"), fields("German", "language", "de"));
        var answer = manager.post(path("/new"), fields("French", "language", "fr"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Somebody changed the policies meanwhile.", "value=\"French\"");
        assertThat(names()).containsExactly("German", "Everything");
    }

    @Test
    void itAnswersWhenAPostWouldBeDue() {
        var name = "Desk " + UUID.randomUUID();
        var week = new HashMap<>(Map.of("name", name, "zone", "Europe/Berlin", "number", "0"));
        for (var day : new String[] {"monday", "tuesday", "wednesday", "thursday", "friday"}) {
            week.put(day, "09:00-17:00");
        }
        assertThat(manager.post("/brands/calendars/new", week).statusCode()).isEqualTo(303);
        var calendar =
                calendars.list().stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        manager.post(
                path("/0"),
                fields(
                        "Everything",
                        "calendar",
                        "" + calendar.id(),
                        "acknowledgement-business",
                        "yes"));
        assertThat(policies.of(brand.id()).policies().getFirst().targets().getFirst())
                .isEqualTo(new Policy.Target(ClockKind.ACKNOWLEDGEMENT, Duration.ofHours(1), true));

        var answer = manager.get(path("?at=2026-11-20T16%3A30"));

        assertThat(answer.body())
                .contains("“<span class=\"isolate\">Everything</span>” would count.")
                .contains(
                        "due Mon 09:30: opened Fri 16:30, 30 min left that day,"
                                + " closed Sat and Sun, 30 min on Monday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "1999-12-31T23:59", "2201-01-01T00:00"})
    void aTimeThatNobodyCanMeanIsAskedForAgain(String at) {
        assertThat(manager.get(path("?at=" + at)).body()).contains("Enter date and time");
    }

    @Test
    void aCalendarIsListedWithItsWeekAndItsNextDaysOff() {
        var name = "Desk " + UUID.randomUUID();
        manager.post(
                "/brands/calendars/new",
                Map.of(
                        "name", name,
                        "zone", "Europe/Berlin",
                        "number", "0",
                        "monday", "09:00-12:30, 13:30-18:00",
                        "tuesday", "09:00-12:30, 13:30-18:00",
                        "closures", "2099-12-24 Christmas Eve"));
        assertThat(people.signedIn(Role.VIEWER).get("/brands/calendars").body())
                .contains(name)
                .contains("Mon to Tue 09:00-12:30, 13:30-18:00", "Wed to Sun closed")
                .contains("Next days off: Thu 24 December 2099 (Christmas Eve)");
    }

    @Test
    void aCalendarThatCannotBeReadComesBackAsItWasTyped() {
        var answer =
                manager.post(
                        "/brands/calendars/new",
                        Map.of(
                                "name",
                                "Desk",
                                "zone",
                                "UTC",
                                "number",
                                "0",
                                "monday",
                                "nine to five"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("The hours of Monday cannot be read.", "value=\"nine to five\"");
    }

    @Test
    void aFeedThatGivesNothingIsToldAtOnce() {
        var name = "Desk " + UUID.randomUUID();
        var answer =
                manager.post(
                        "/brands/calendars/new",
                        Map.of(
                                "name", name,
                                "zone", "UTC",
                                "number", "0",
                                "monday", "09:00-17:00",
                                "feed", "http://127.0.0.1:9/holidays.ics"));
        assertThat(answer.statusCode()).isEqualTo(303);
        var page = manager.get(answer.headers().firstValue("location").orElseThrow());
        assertThat(page.body())
                .contains("Saved, but its feed gave nothing:", "It has a feed")
                .doesNotContain("holidays.ics");
    }

    private String path(String rest) {
        return "/brands/" + brand.id() + "/policies" + rest;
    }

    private List<String> names() {
        return policies.of(brand.id()).policies().stream().map(Policy::name).toList();
    }

    private int number(String name) {
        return policies.of(brand.id()).policies().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static Map<String, String> fields(String name, String... more) {
        var fields =
                new HashMap<>(
                        Map.of(
                                "revision", "0",
                                "name", name,
                                "acknowledgement", "1",
                                "acknowledgement-unit", "HOURS",
                                "answer", "24",
                                "answer-unit", "HOURS",
                                "next-reply", "24",
                                "next-reply-unit", "HOURS"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
            if (more[i].equals("acknowledgement")) {
                fields.put("acknowledgement-unit", "MINUTES");
            }
        }
        return fields;
    }
}
