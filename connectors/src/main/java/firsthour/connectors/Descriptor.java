package firsthour.connectors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a network gives, asks for and cannot give.
///
/// @param network the connector's name in settings and in the database, lower-case: `hackernews`
/// @param title its name for a person: `Hacker News`
/// @param fields what a source must be told
/// @param searched whether the network is asked for a brand's phrases; otherwise it is read whole
/// @param reviews whether its posts carry a rating
/// @param handlesIdentify whether one handle is one author: not where authors are only names, and
///   two people may have the same
/// @param interval the usual time between two pulls
/// @param blindSpots what it cannot see, one plain sentence each
/// @param steps what a person does to set a source up, in their order, one or two plain sentences
///   each; an address stands in them as it is typed
/// @param unconfirmed what of it could not be tried against the live network, one plain sentence
///   each
/// @param keeps how long the network allows a post to be kept that was not seen there again; empty
///   where it says nothing
public record Descriptor(
        String network,
        String title,
        List<Field> fields,
        boolean searched,
        boolean reviews,
        boolean handlesIdentify,
        Duration interval,
        List<String> blindSpots,
        List<String> steps,
        List<String> unconfirmed,
        Optional<Duration> keeps) {
    public Descriptor {
        fields = List.copyOf(fields);
        blindSpots = List.copyOf(blindSpots);
        steps = List.copyOf(steps);
        unconfirmed = List.copyOf(unconfirmed);
    }

    /// A network that says nothing of how long its posts may be kept.
    public Descriptor(
            String network,
            String title,
            List<Field> fields,
            boolean searched,
            boolean reviews,
            boolean handlesIdentify,
            Duration interval,
            List<String> blindSpots) {
        this(
                network,
                title,
                fields,
                searched,
                reviews,
                handlesIdentify,
                interval,
                blindSpots,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// The same network with the steps that set a source up.
    public Descriptor setUpBy(String... inOrder) {
        return with(List.of(inOrder), unconfirmed, keeps);
    }

    /// The same network with what could not be tried against it.
    public Descriptor leavesUnconfirmed(String... each) {
        return with(steps, List.of(each), keeps);
    }

    /// The same network with its word on how long a post may be kept.
    public Descriptor keptAtMost(Duration unseen) {
        return with(steps, unconfirmed, Optional.of(unseen));
    }

    private Descriptor with(List<String> inOrder, List<String> untried, Optional<Duration> unseen) {
        return new Descriptor(
                network,
                title,
                fields,
                searched,
                reviews,
                handlesIdentify,
                interval,
                blindSpots,
                inOrder,
                untried,
                unseen);
    }

    /// Whether a source of it is read whole and all of it is about one brand, as reviews of a
    /// product are: they seldom name it.
    public boolean isAboutOneBrand() {
        return reviews && !searched;
    }

    /// Whether a source of it belongs to a brand.
    public boolean needsBrand() {
        return searched || isAboutOneBrand();
    }

    /// Whether nothing is read without a secret.
    public boolean needsKey() {
        return fields.stream().anyMatch(field -> field.required() && field.secret());
    }

    /// One setting.
    ///
    /// @param secret kept encrypted and never shown again
    /// @param example shown beside the empty field
    public record Field(
            String name, String label, boolean required, boolean secret, String example) {}
}
