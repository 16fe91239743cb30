package firsthour.demo;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brands;
import firsthour.database.Rows;
import firsthour.demo.SampleBrand.Loading;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = LoadingClock.SETTING, value = "true")
class SampleBrandInUseTest {

    @Test
    void theSampleIsNotMixedWithARealBrand(SampleBrand sample, Brands brands, Rows rows) {
        brands.add("Acme", "UTC", false);

        assertThat(sample.load("hash of a password", _ -> {}))
                .isEqualTo(new Loading.InUse("it has the brand “Acme”"));

        assertThat(rows.column("SELECT COUNT(*) FROM post")).containsExactly("0");
        assertThat(rows.column("SELECT COUNT(*) FROM member")).containsExactly("0");
    }
}
