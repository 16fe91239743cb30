package firsthour.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptorTest {
    @ParameterizedTest
    @CsvSource({
        "true, false, false, true",
        "true, true, false, true",
        "false, true, true, true",
        "false, false, false, false"
    })
    void whatIsSearchedOrReviewsOneThingBelongsToABrand(
            boolean searched, boolean reviews, boolean aboutOneBrand, boolean needsBrand) {
        var descriptor = descriptor(searched, reviews);
        assertThat(descriptor.isAboutOneBrand()).isEqualTo(aboutOneBrand);
        assertThat(descriptor.needsBrand()).isEqualTo(needsBrand);
    }

    @Test
    void onlyASecretThatMustBeGivenIsAKeyThatIsNeeded() {
        assertThat(descriptor(true, false, field(true, true)).needsKey()).isTrue();
        assertThat(descriptor(true, false, field(true, false)).needsKey()).isFalse();
        assertThat(descriptor(true, false, field(false, true)).needsKey()).isFalse();
    }

    private static Descriptor.Field field(boolean required, boolean secret) {
        return new Descriptor.Field("token", "Token", required, secret, "x");
    }

    private static Descriptor descriptor(
            boolean searched, boolean reviews, Descriptor.Field... fields) {
        return new Descriptor(
                "some",
                "Some",
                List.of(fields),
                searched,
                reviews,
                true,
                Duration.ofMinutes(5),
                List.of());
    }
}
