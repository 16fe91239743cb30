package firsthour.brand;

import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The networks that this installation can read.
@Singleton
public class Networks {
    private final Map<String, Connector> connectors;

    Networks(Collection<Connector> connectors) {
        this.connectors =
                connectors.stream()
                        .collect(
                                Collectors.toMap(
                                        connector -> connector.descriptor().network(),
                                        Function.identity()));
    }

    public Optional<Connector> find(String network) {
        return Optional.ofNullable(connectors.get(network));
    }

    /// What each network gives and asks for, by title.
    public List<Descriptor> list() {
        return connectors.values().stream()
                .map(Connector::descriptor)
                .sorted(Comparator.comparing(Descriptor::title))
                .toList();
    }
}
