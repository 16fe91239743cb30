package firsthour.language;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Networks;
import firsthour.connectors.Descriptor;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever a network says of itself on our pages is said in German, too.
@MicronautTest(transactional = false, startApplication = false)
class NetworkTextsTest {
    /// Most examples are what stands in a field; some describe it.
    private static final Pattern WORDS = Pattern.compile("[a-z]+ [a-z]+ [a-z]+");

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
                        List.of(network.title()),
                        network.fields().stream()
                                .map(Descriptor.Field::example)
                                .filter(example -> WORDS.matcher(example).find())
                                .toList(),
                        network.fields().stream().map(Descriptor.Field::label).toList(),
                        network.blindSpots(),
                        network.steps(),
                        network.unconfirmed())
                .flatMap(List::stream);
    }
}
