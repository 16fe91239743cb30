package firsthour.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Names may hold emoji, by which they are told apart.
@MicronautTest(transactional = false, startApplication = false)
class NamesTest {
    private final Brands brands;
    private final Sources sources;
    private final String name = "Kestrel " + UUID.randomUUID();

    NamesTest(Brands brands, Sources sources) {
        this.brands = brands;
        this.sources = sources;
    }

    @Test
    void ofBrands() {
        var owl = brands.add(name + " 🦉", "UTC", false);
        var fox = brands.add(name + " 🦊", "UTC", false);
        assertThatThrownBy(() -> brands.add(name.toUpperCase(Locale.ROOT) + " 🦉", "UTC", false))
                .isInstanceOf(Rejected.class);
        assertThat(brands.findByName(name + " 🦉")).contains(owl);
        assertThat(brands.findByName(name + " 🦊")).contains(fox);
        assertThat(fox.name()).endsWith(" 🦊");
    }

    @Test
    void ofImportsSoThatNonesPostsAreStoredUnderAnother() {
        var owl = sources.fileSource(name + " 🦉");
        var fox = sources.fileSource(name + " 🦊");
        assertThat(fox.id()).isNotEqualTo(owl.id());
        assertThat(fox.name()).isEqualTo(name + " 🦊");
        assertThat(sources.fileSource(name + " 🦉").id()).isEqualTo(owl.id());
    }
}
