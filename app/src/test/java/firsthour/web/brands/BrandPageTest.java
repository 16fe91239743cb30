package firsthour.web.brands;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class BrandPageTest {
    private final TestPeople people;
    private final Brands brands;
    private Brand brand;
    private TestBrowser manager;

    BrandPageTest(TestPeople people, Brands brands) {
        this.people = people;
        this.brands = brands;
        this.brand = brands.add("Brand " + UUID.randomUUID(), "Europe/Berlin", false);
        this.manager = people.signedOut();
    }

    @BeforeEach
    void signIn() {
        manager = people.signedIn(Role.MANAGER);
    }

    @Test
    void wrongRulesComeBackAsTheyWereTyped() {
        var answer =
                manager.post(
                        path("rules"),
                        Map.of(
                                "version",
                                Long.toString(brand.version()),
                                "zone",
                                "Asia/Tokyo",
                                "threshold",
                                "100",
                                "lookPosts",
                                "yes"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("The threshold lies between 1 and 99 percent.", "value=\"100\"")
                .contains("<option value=\"Asia/Tokyo\" selected")
                .containsPattern("name=\"lookPosts\" value=\"yes\" checked")
                .containsPattern("name=\"inquiries\" value=\"yes\">");
        assertThat(brands.get(brand.id()).zone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void aThresholdThatIsNoNumberComesBackAsItWasTyped() {
        var answer =
                manager.post(
                        path("rules"),
                        Map.of(
                                "version",
                                Long.toString(brand.version()),
                                "zone",
                                "Europe/Berlin",
                                "threshold",
                                "half"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Enter a whole number of percent, from 1 to 99.", "value=\"half\"");
    }

    @Test
    void aWrongAccountComesBackAsItWasTyped() {
        brands.addOwnAccount(brand.id(), "rss", "kestrelcares", false);

        var answer =
                manager.post(
                        path("accounts"),
                        Map.of("network", "rss", "handle", "@KestrelCares", "bot", "yes"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("already", "value=\"@KestrelCares\"")
                .containsPattern("<option value=\"rss\" selected")
                .containsPattern("name=\"bot\" value=\"yes\" checked");
    }

    @Test
    void removingAQueryTakesASecondPressThatSaysWhatStays() throws Exception {
        var query = brands.addQuery(brand.id(), "kestrel");
        assertThat(manager.get("/brands/" + brand.id()).body())
                .contains("what it found stays", "Remove for good");

        manager.post(path("queries/" + query.id() + "/remove"), Map.of());
        assertThat(brands.listQueries(brand.id())).isEmpty();
    }

    @Test
    void whatIsWrongWithAQueryIsSaidOnceWithItsPlaceBelowIt() {
        var page = manager.post(path("queries"), Map.of("query", "acme AND (")).body();

        assertThat(page.split("acme AND \\(\n", -1)).hasSize(2);
        assertThat(page)
                .contains("<pre class=\"query-error\">", "value=\"acme AND (\"")
                .doesNotContain("query-error\">@", "delay:400ms, load");
    }

    @Test
    void aWordOfOnesOwnStandsForATopicOnce() {
        var added =
                manager.post(path("words"), Map.of("word", "Perch", "topic", "PRODUCT_QUALITY"));
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(manager.get("/brands/" + brand.id()).body())
                .contains("Perch</b> → product quality");

        var again = manager.post(path("words"), Map.of("word", "<perch>", "topic", ""));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Choose the topic", "value=\"&lt;perch>\"");
        assertThat(manager.post(path("words"), Map.of("word", "PERCH", "topic", "PRICE")).body())
                .contains("“Perch” is there already", "<option value=\"PRICE\" selected");
    }

    private String path(String deed) {
        return "/brands/" + brand.id() + "/" + deed;
    }
}
