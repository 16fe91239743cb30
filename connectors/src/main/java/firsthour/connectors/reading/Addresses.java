package firsthour.connectors.reading;

import firsthour.connectors.Budget;
import firsthour.connectors.Consent;
import firsthour.connectors.Look;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
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
        return use(settings.find(field), field, pulling, Addresses::pulledNothing);
    }

    /// Pulls from the address that a source names, or else from the usual one.
    public static Pull pull(
            Settings settings, String field, URI usual, Function<URI, Pull> pulling) {
        return use(or(settings, field, usual), field, pulling, Addresses::pulledNothing);
    }

    /// Pulls from the address that a source names, or else from the usual one, unless there is
    /// something against it.
    public static Pull pull(
            Function<Settings, Optional<Refusal>> objecting,
            Settings settings,
            String field,
            URI usual,
            Function<URI, Pull> pulling) {
        return objecting
                .apply(settings)
                .map(Addresses::pulledNothing)
                .orElseGet(() -> pull(settings, field, usual, pulling));
    }

    /// Looks at the address that a source must name.
    public static Look look(Settings settings, String field, Function<URI, Look> looking) {
        return use(settings.find(field), field, looking, Addresses::sawNothing);
    }

    /// Looks at the address that a source names, or else at the usual one.
    public static Look look(
            Settings settings, String field, URI usual, Function<URI, Look> looking) {
        return use(or(settings, field, usual), field, looking, Addresses::sawNothing);
    }

    /// Looks at the address that a source names, or else at the usual one, unless there is
    /// something against it.
    public static Look look(
            Function<Settings, Optional<Refusal>> objecting,
            Settings settings,
            String field,
            URI usual,
            Function<URI, Look> looking) {
        return objecting
                .apply(settings)
                .map(Addresses::sawNothing)
                .orElseGet(() -> look(settings, field, usual, looking));
    }

    /// Sends to the address that a source must name.
    public static Sent send(Settings settings, String field, Function<URI, Sent> sending) {
        return use(settings.find(field), field, sending, Sent.Refused::new);
    }

    /// Sends to the address that a source names, or else to the usual one.
    public static Sent send(
            Settings settings, String field, URI usual, Function<URI, Sent> sending) {
        return use(or(settings, field, usual), field, sending, Sent.Refused::new);
    }

    /// Sends to the address that a source names, or else to the usual one, unless there is
    /// something against it.
    public static Sent send(
            Function<Settings, Optional<Refusal>> objecting,
            Settings settings,
            String field,
            URI usual,
            Function<URI, Sent> sending) {
        return objecting
                .apply(settings)
                .<Sent>map(Sent.Refused::new)
                .orElseGet(() -> send(settings, field, usual, sending));
    }

    /// Redeems at the address that a source names, or else at the usual one.
    public static Consent redeem(
            Settings settings, String field, URI usual, Function<URI, Consent> redeeming) {
        return use(or(settings, field, usual), field, redeeming, Consent.Refused::new);
    }

    /// Listens at the address that a source names, or else at the usual one.
    ///
    /// @param listening ends with a refusal, or with none
    public static Optional<Refusal> stream(
            Settings settings,
            String field,
            URI usual,
            Function<URI, Optional<Refusal>> listening) {
        return use(or(settings, field, usual), field, listening, Optional::of);
    }

    private static Optional<String> or(Settings settings, String field, URI usual) {
        return Optional.of(settings.find(field).orElse(usual.toString()));
    }

    private static <T> T use(
            Optional<String> value,
            String field,
            Function<URI, T> use,
            Function<Refusal, T> refused) {
        if (value.isEmpty()) {
            return refused.apply(
                    new Refusal.Misconfigured(
                            field,
                            "The address is missing. Enter one such as https://example.org/"));
        }
        try {
            URI uri = new URI(value.get());
            return PostRules.isLink(uri)
                    ? use.apply(uri)
                    : refused.apply(
                            new Refusal.Misconfigured(field, "This is no http or https address."));
        } catch (URISyntaxException e) {
            return refused.apply(
                    new Refusal.Misconfigured(
                            field, "This is no web address: " + e.getReason() + "."));
        }
    }

    private static Pull pulledNothing(Refusal refusal) {
        return new Pull.Refused(refusal, Budget.UNSAID);
    }

    private static Look sawNothing(Refusal refusal) {
        return new Look.Refused(refusal, Budget.UNSAID);
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
