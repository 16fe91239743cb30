package firsthour.brand;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Consenting;
import firsthour.connectors.Descriptor;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

/// Holds for every network of which a source can be added.
@MicronautTest(transactional = false, startApplication = false)
class SetUpStepsTest {
    private final Networks networks;

    SetUpStepsTest(Networks networks) {
        this.networks = networks;
    }

    @Test
    void everyNetworkSaysInPlainSentencesHowToGetIn() {
        assertThat(networks.list()).hasSizeGreaterThan(20);
        for (var network : networks.list()) {
            assertThat(network.steps()).as(network.title()).isNotEmpty();
            assertThat(network.steps())
                    .as(network.title())
                    .allSatisfy(step -> assertThat(step).matches("(?s)\\p{Lu}.{20,}\\."));
        }
    }

    /// A field is named by its label, up to the comma behind which the label explains.
    @Test
    void theStepsNameEachFieldThatIsFilledIn() {
        for (var network : networks.list()) {
            var permission =
                    networks.findConsenting(network.network())
                            .map(Consenting::permissionField)
                            .orElse("");
            assertThat(network.fields())
                    .filteredOn(field -> !field.name().equals(permission))
                    .filteredOn(field -> !field.name().equals("endpoint"))
                    .allSatisfy(field ->
                            assertThat(String.join(" ", network.steps()))
                                    .as(network.title())
                                    .contains("“" + name(field) + "”"));
        }
    }

    @Test
    void whoMustListOurAddressAndAllowAccessIsTold() {
        var consenting =
                networks.list().stream()
                        .filter(network -> networks.findConsenting(network.network()).isPresent())
                        .toList();
        assertThat(consenting).isNotEmpty();
        assertThat(consenting)
                .allSatisfy(network ->
                        assertThat(String.join(" ", network.steps()))
                                .as(network.title())
                                .contains("redirect address", "allow access"));
    }

    private static String name(Descriptor.Field field) {
        return field.label().split(",", 2)[0];
    }
}
