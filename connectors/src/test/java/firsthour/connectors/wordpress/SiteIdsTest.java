package firsthour.connectors.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteIdsTest {
    @ParameterizedTest
    @CsvSource({
        "https://blog.example, blog.example/12",
        "http://www.Blog.example/, blog.example/12",
        "https://shop.example:8443/en/, shop.example:8443/en/12"
    })
    void aNumberBecomesAnIdAndComesBack(String address, String id) {
        var ids = new SiteIds(URI.create(address));

        assertThat(ids.of(12L)).contains(id);
        assertThat(ids.findNumber(id)).contains("12");
    }

    @Test
    void whatIsNoIdOfTheSiteHasNoNumber() {
        var ids = new SiteIds(URI.create("https://blog.example"));

        assertThat(ids.findNumber("other.example/12")).isEmpty();
        assertThat(ids.findNumber("blog.example/en/12")).isEmpty();
        assertThat(ids.findNumber("blog.example/")).isEmpty();
    }

    @Test
    void whatIsNoNumberHasNoId() {
        var ids = new SiteIds(URI.create("https://blog.example"));

        assertThat(ids.of(null)).isEmpty();
        assertThat(ids.of(0L)).isEmpty();
        assertThat(new SiteIds(URI.create("https://blog.example/" + "x".repeat(250))).of(1L))
                .isEmpty();
    }
}
