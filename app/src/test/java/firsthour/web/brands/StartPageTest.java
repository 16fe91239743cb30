package firsthour.web.brands;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class StartPageTest {
    private final TestPeople people;
    private final Brands brands;
    private final Sources sources;
    private final String name = "Brand " + UUID.randomUUID();
    private TestBrowser manager;

    StartPageTest(TestPeople people, Brands brands, Sources sources) {
        this.people = people;
        this.brands = brands;
        this.sources = sources;
        this.manager = people.signedOut();
    }

    @BeforeEach
    void signIn() {
        manager = people.signedIn(Role.MANAGER);
    }

    @Test
    void aNewBrandIsAskedWhichSourcesToStart() {
        var added =
                manager.post(
                        "/brands",
                        Map.of("name", name, "zone", "UTC", "query", "\"kestrel coffee\""));
        var path = "/brands/" + brands.findByName(name).orElseThrow().id() + "/start";
        assertThat(added.headers().firstValue("Location").orElseThrow()).endsWith(path);

        var page = manager.get(path).body();
        assertThat(page)
                .contains("news feed finds", "Hacker News", "Mastodon", "Lemmy", "Steam reviews")
                .containsPattern("name=\"hackernews\" value=\"yes\" checked")
                .containsPattern("name=\"steam\" value=\"yes\">");
    }

    @Test
    void aBrandWithoutItsFieldsIsAskedForThem() {
        var answer = manager.post("/brands", Map.of("name", name));

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void oneClickStartsWhatIsTickedAndOffersTheRestAgain() throws QueryError {
        var brand = brands.add(name, "UTC", false);
        brands.addQuery(brand.id(), "kestrel");
        var path = "/brands/" + brand.id() + "/start";

        var answer = manager.post(path, Map.of("hackernews", "yes", "rss", "yes"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(started(brand.id())).containsExactly("hackernews");
        assertThat(sources.findByName("News: " + name).orElseThrow().settings())
                .contains("news.google.com", "kestrel");
        assertThat(manager.get(path).body())
                .doesNotContain("name=\"hackernews\"", "news feed finds")
                .contains("name=\"mastodon\"");
    }

    @Test
    void whatLacksItsNumberIsAskedForItAndTheRestIsStarted() throws QueryError {
        var brand = brands.add(name, "UTC", false);
        brands.addQuery(brand.id(), "kestrel");
        var path = "/brands/" + brand.id() + "/start";

        var answer =
                manager.post(path, Map.of("github", "yes", "steam", "yes", "answer-steam", " "));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Steam reviews needs")
                .containsPattern("name=\"steam\" value=\"yes\" checked");
        assertThat(started(brand.id())).containsExactly("github");

        manager.post(path, Map.of("steam", "yes", "answer-steam", "440"));
        assertThat(started(brand.id())).containsExactly("github", "steam");
    }

    private List<String> started(long brandId) {
        return sources.list().stream()
                .filter(source -> source.brandId() != null && source.brandId() == brandId)
                .map(Source::network)
                .sorted()
                .toList();
    }
}
