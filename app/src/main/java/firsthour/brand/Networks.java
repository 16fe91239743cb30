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

/// The networks that this installation can read, and those whose posts are handed in.
@Singleton
public class Networks {
    /// Tells in SQL who wrote a case `c`: whoever has the handle, or nobody but the case's author
    /// where several people may have the name. `:namesOnly` stands for [#listNamesOnly()].
    public static final String VOICE =
            """
            COALESCE(IF(c.network IN (:namesOnly), NULL, CONCAT(c.network, ' ', c.author_handle)), c.id)\
            """;

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
                                Pushed.NAMES.stream(),
                                connectors.stream()
                                        .map(Connector::descriptor)
                                        .filter(descriptor -> !descriptor.handlesIdentify())
                                        .map(Descriptor::network))
                        .toList();
        this.notPulled =
                Stream.concat(
                                Pushed.NAMES.stream(),
                                connectors.stream()
                                        .filter(Streaming.class::isInstance)
                                        .map(connector -> connector.descriptor().network()))
                        .toList();
    }

    /// Finds what reads a network; nothing does where posts are handed in.
    public Optional<Connector> find(String network) {
        return Optional.ofNullable(connectors.get(network));
    }

    /// Finds what a network gives and asks for, however its posts come.
    public Optional<Descriptor> findDescriptor(String network) {
        return find(network).map(Connector::descriptor).or(() -> Pushed.find(network));
    }

    /// Finds a network on whose own page a person can allow access.
    public Optional<Consenting> findConsenting(String network) {
        return find(network).filter(Consenting.class::isInstance).map(Consenting.class::cast);
    }

    /// Finds the brand that all posts of a source are about, named or not.
    public Optional<Long> findSubject(Source source) {
        return findDescriptor(source.network())
                .filter(network -> network.isAboutOneBrand() || source.arrival() != Arrival.READ)
                .flatMap(_ -> Optional.ofNullable(source.brandId()));
    }

    /// The networks where an author's handle is only a name that several people may have. What is
    /// handed in is among them: nobody vouches for the names in it.
    public List<String> listNamesOnly() {
        return namesOnly;
    }

    /// The networks that are never pulled: those whose posts are handed in, and those that stream.
    public List<String> listNotPulled() {
        return notPulled;
    }

    /// What each network gives and asks for of which a source can be added, by title.
    public List<Descriptor> list() {
        return Stream.concat(
                        connectors.values().stream().map(Connector::descriptor),
                        Stream.of(Pushed.WEBHOOK))
                .sorted(Comparator.comparing(Descriptor::title))
                .toList();
    }
}
