package firsthour.brand;

import firsthour.connectors.Connector;
import firsthour.connectors.Consenting;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Streaming;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The networks that this installation can read.
@Singleton
public class Networks {
    private final Map<String, Connector> connectors;
    private final List<String> namesOnly;
    private final List<String> notPulled;

    Networks(Collection<Connector> connectors) {
        this.connectors =
                connectors.stream()
                        .collect(
                                Collectors.toMap(
                                        connector -> connector.descriptor().network(),
                                        Function.identity()));
        this.namesOnly =
                Stream.concat(
                                Stream.of(Source.FILE),
                                connectors.stream()
                                        .map(Connector::descriptor)
                                        .filter(descriptor -> !descriptor.handlesIdentify())
                                        .map(Descriptor::network))
                        .toList();
        this.notPulled =
                Stream.concat(
                                Stream.of(Source.FILE),
                                connectors.stream()
                                        .filter(Streaming.class::isInstance)
                                        .map(connector -> connector.descriptor().network()))
                        .toList();
    }

    public Optional<Connector> find(String network) {
        return Optional.ofNullable(connectors.get(network));
    }

    /// Finds a network on whose own page a person can allow access.
    public Optional<Consenting> findConsenting(String network) {
        return find(network).filter(Consenting.class::isInstance).map(Consenting.class::cast);
    }

    /// Finds the brand that all posts of a source are about, named or not.
    public Optional<Long> findSubject(Source source) {
        return find(source.network())
                .filter(network -> network.descriptor().isAboutOneBrand())
                .flatMap(_ -> Optional.ofNullable(source.brandId()));
    }

    /// The networks where an author's handle is only a name that several people may have. Files are
    /// among them: nobody vouches for the names in a file.
    public List<String> listNamesOnly() {
        return namesOnly;
    }

    /// The networks that are never pulled: files, which are imported, and those that stream.
    public List<String> listNotPulled() {
        return notPulled;
    }

    /// What each network gives and asks for, by title.
    public List<Descriptor> list() {
        return connectors.values().stream()
                .map(Connector::descriptor)
                .sorted(Comparator.comparing(Descriptor::title))
                .toList();
    }
}
