package firsthour.connectors.reading;

import firsthour.connectors.Budget;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a web address out of a source's settings.
public final class Addresses {
    private Addresses() {}

    /// Pulls from the address that a source must name.
    public static Pull pull(Settings settings, String field, Function<URI, Pull> pulling) {
        Optional<String> value = settings.find(field);
        return value.isPresent()
                ? pull(field, value.get(), pulling)
                : wrong(field, "The address is missing. Enter one such as https://example.org/");
    }

    /// Pulls from the address that a source names, or else from the usual one.
    public static Pull pull(
            Settings settings, String field, URI usual, Function<URI, Pull> pulling) {
        return pull(field, settings.find(field).orElse(usual.toString()), pulling);
    }

    private static Pull pull(String field, String value, Function<URI, Pull> pulling) {
        URI uri;
        try {
            uri = new URI(value);
        } catch (URISyntaxException e) {
            return wrong(field, "This is no web address: " + e.getReason() + ".");
        }
        return PostRules.isLink(uri)
                ? pulling.apply(uri)
                : wrong(field, "This is no http or https address.");
    }

    private static Pull wrong(String field, String detail) {
        return new Pull.Refused(new Refusal.Misconfigured(field, detail), Budget.UNSAID);
    }

    /// The address that a network gives; empty where it gives none that a person may be sent to.
    public static Optional<URI> find(@Nullable String value) {
        try {
            return Optional.ofNullable(value).map(URI::create).filter(PostRules::isLink);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a post may do without
        }
    }
}
