package firsthour.connectors.reading;

import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a web address out of a source's settings.
public final class Addresses {
    private Addresses() {}

    /// What a setting holds.
    public sealed interface Reading {
        record Usable(URI uri) implements Reading {}

        record Wrong(Refusal.Misconfigured why) implements Reading {}
    }

    /// Reads a required address.
    public static Reading read(Settings settings, String field) {
        Optional<String> value = settings.find(field);
        return value.isPresent()
                ? read(field, value.get())
                : wrong(field, "The address is missing. Enter one such as https://example.org/");
    }

    /// Reads an address that was given.
    public static Reading read(String field, String value) {
        try {
            URI uri = new URI(value);
            return PostRules.isLink(uri)
                    ? new Reading.Usable(uri)
                    : wrong(field, "This is no http or https address.");
        } catch (URISyntaxException e) {
            return wrong(field, "This is no web address: " + e.getReason() + ".");
        }
    }

    /// The address that a network gives; empty where it gives none that a person may be sent to.
    public static Optional<URI> find(@Nullable String value) {
        try {
            return Optional.ofNullable(value).map(URI::create).filter(PostRules::isLink);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a post may do without
        }
    }

    private static Reading wrong(String field, String detail) {
        return new Reading.Wrong(new Refusal.Misconfigured(field, detail));
    }
}
