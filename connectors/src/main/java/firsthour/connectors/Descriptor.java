package firsthour.connectors;

import java.time.Duration;
import java.util.List;

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
public record Descriptor(
        String network,
        String title,
        List<Field> fields,
        boolean searched,
        boolean reviews,
        boolean handlesIdentify,
        Duration interval,
        List<String> blindSpots) {
    public Descriptor {
        fields = List.copyOf(fields);
        blindSpots = List.copyOf(blindSpots);
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
