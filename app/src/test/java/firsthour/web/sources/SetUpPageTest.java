package firsthour.web.sources;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.brand.Sources;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "stub.permission", value = "true")
@Property(name = "firsthour.public-url", value = "https://desk.example")
class SetUpPageTest {
    private final Networks networks;
    private final Brands brands;
    private final Sources sources;
    private final TestBrowser manager;

    SetUpPageTest(Networks networks, Brands brands, Sources sources, TestPeople people) {
        this.networks = networks;
        this.brands = brands;
        this.sources = sources;
        this.manager = people.signedIn(Role.MANAGER);
    }

    @Test
    void eachNetworkIsOfferedOnceAndHasAPage() {
        var choice = manager.get("/sources/add").body();
        for (var network : networks.list()) {
            var path = "/sources/add/" + network.network();
            assertThat(choice).containsOnlyOnce("href=\"" + path + "\"");
            var page = manager.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .contains("name=\"network\" value=\"" + network.network() + "\"");
        }
        assertThat(manager.get("/sources/add/nowhere").statusCode()).isEqualTo(404);
        assertThat(manager.get("/sources/add/file").statusCode()).isEqualTo(404);
    }

    @Test
    void whatDoesNotNeedAKeyStandsApart() {
        var choice = manager.get("/sources/add").body();
        var keyed = choice.indexOf("With a key");
        var sent = choice.indexOf("Sent from elsewhere");

        assertThat(choice.indexOf("/sources/add/hackernews")).isBetween(1, keyed);
        assertThat(choice.indexOf("/sources/add/mastodon")).isBetween(1, keyed);
        assertThat(choice.indexOf("/sources/add/reddit")).isBetween(keyed, sent);
        assertThat(choice.indexOf("/sources/add/webhook")).isGreaterThan(sent);
    }

    @Test
    void thePageSaysHowToGetInAndWhatToExpect() {
        var page = manager.get("/sources/add/reddit").body();

        assertThat(page)
                .contains(
                        "<a href=\"https://www.reddit.com/prefs/apps\"",
                        "Client id of the app",
                        "For example p-jcoLKBynTLew",
                        "At most 100 requests in a minute",
                        "Comments are not searched, only posts.",
                        "Whether an app may search without an account.",
                        "<code class=\"isolate\" id=\"back\">https://desk.example/sources/consent</code>",
                        ">identity</code>",
                        ">submit</code>",
                        "Test it first")
                .doesNotContain("name=\"permission\"");
        assertThat(manager.get("/sources/add/bluesky").body()).doesNotContain("Redirect address");
        assertThat(manager.get("/sources/add/x").body())
                .contains("To test it costs 0.15 US dollars at most.");
        assertThat(manager.get("/sources/add/youtube").body())
                .contains("What was not seen there again for 30 days is deleted here.");
        assertThat(manager.get("/sources/add/github").body())
                .contains("At most 10 requests in a minute", "With a key 30 requests in a minute");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
        var answer =
                manager.post(
                        "/sources",
                        Map.of(
                                "network", "bluesky",
                                "name", "Sky",
                                "brand", brand(),
                                "handle", "acme.bsky.social",
                                "password", " ",
                                "endpoint", "https://pds.example"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "id=\"password-error\"",
                        "value=\"acme.bsky.social\"",
                        "value=\"Sky\"",
                        "<details open>");
        assertThat(manager.post("/sources", Map.of("network", "nowhere")).body())
                .contains("is no network that can be read", "Without a key");
    }

    @Test
    void whoeverAddsASourceThatNeedsConsentIsLedOnToIt() {
        var name = "Guarded " + UUID.randomUUID();
        var added =
                manager.post("/sources", Map.of("network", "guarded", "name", name, "client", "a"));

        var path = "/sources/" + sources.findByName(name).orElseThrow().id();
        assertThat(added.headers().firstValue("Location").orElseThrow()).endsWith(path);
        assertThat(manager.get(path).body())
                .contains("Allow access on Guarded", "https://desk.example/sources/consent");
    }

    @Test
    void aBrandThatIsGoneIsNamedAtItsField() {
        var typed = Map.of("network", "hackernews", "name", "HN", "brand", "987654321");

        var answer = manager.post("/sources", typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"brand-error\"", "This brand is no longer here.", "value=\"HN\"");
        assertThat(manager.post("/sources/preview", typed).body())
                .contains("This brand is no longer here.");
        assertThat(
                        manager.post(
                                        "/sources",
                                        Map.of(
                                                "network",
                                                "webhook",
                                                "name",
                                                "W",
                                                "brand",
                                                "987654321"))
                                .body())
                .contains("This brand is no longer here.");
    }

    private String brand() {
        var name = "Acme " + UUID.randomUUID();
        return Long.toString(brands.add(name, "Europe/Berlin", false).id());
    }
}
