package firsthour.language;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Networks;
import firsthour.connectors.Descriptor;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever a network says of itself on our pages is said in German, too.
@MicronautTest(transactional = false, startApplication = false)
class NetworkTextsTest {
    private final Networks networks;

    NetworkTextsTest(Networks networks) {
        this.networks = networks;
    }

    @Test
    void everyNetworkSaysAllOfItInGerman() {
        assertThat(Catalogue.read(Catalogue.NETWORKS).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        networks.list().stream()
                                .flatMap(NetworkTextsTest::texts)
                                .distinct()
                                .toList());
    }

    private static Stream<String> texts(Descriptor network) {
        return Stream.of(
                        network.fields().stream().map(Descriptor.Field::label).toList(),
                        network.blindSpots(),
                        network.steps(),
                        network.unconfirmed())
                .flatMap(List::stream);
    }
}
