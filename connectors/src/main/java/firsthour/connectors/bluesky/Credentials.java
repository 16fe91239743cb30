package firsthour.connectors.bluesky;

import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import java.util.Optional;

/// What an account signs in with.
///
/// @param password made for apps alone, secret
record Credentials(String handle, String password) {
    static final String HANDLE = "handle";
    static final String PASSWORD = "password";

    /// What a source's settings lack. Replies are written under the handle, so an address for mail
    /// will not do in its place.
    static Optional<Refusal> missing(Settings settings) {
        Credentials given = of(settings);
        if (given.handle.isEmpty() || given.handle.contains("@")) {
            return Optional.of(
                    new Refusal.Misconfigured(
                            HANDLE, "Enter the account's handle, such as acme.bsky.social."));
        }
        return given.password.isEmpty()
                ? Optional.of(
                        new Refusal.Misconfigured(
                                PASSWORD,
                                "Make an app password under Settings → Privacy and security → App"
                                        + " passwords, and enter it."))
                : Optional.empty();
    }

    /// Reads them as the server takes them: people write their handle with the sign before it.
    static Credentials of(Settings settings) {
        return new Credentials(
                settings.find(HANDLE).orElse("").replaceFirst("^@", ""),
                settings.find(PASSWORD).orElse(""));
    }

    /// Names the handle alone: the password must not reach a log.
    @Override
    public String toString() {
        return "Credentials[" + handle + "]";
    }
}
