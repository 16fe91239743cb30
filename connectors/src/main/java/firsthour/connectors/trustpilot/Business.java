package firsthour.connectors.trustpilot;

import firsthour.connectors.Descriptor;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A business on Trustpilot and what lets us read and answer its reviews.
///
/// @param key of the API
/// @param replying what replying needs beside the key
record Business(String unit, String key, Optional<Replying> replying) {
    static final String UNIT = "unit";
    static final String KEY = "key";
    static final String SECRET = "secret";
    static final String USER = "user";

    static final String ENDPOINT = "endpoint";
    static final URI PUBLIC = URI.create("https://api.trustpilot.com");
    static final List<Descriptor.Field> FIELDS =
            List.of(
                    new Descriptor.Field(
                            UNIT, "Business unit id", true, false, "507f191e810c19729de860ea"),
                    new Descriptor.Field(KEY, "API key", true, true, "the key of your application"),
                    new Descriptor.Field(
                            SECRET,
                            "API secret, to reply",
                            false,
                            true,
                            "the secret of your application"),
                    new Descriptor.Field(
                            USER,
                            "User id of the person who replies",
                            false,
                            false,
                            "507f191e810c19729de860ea"),
                    new Descriptor.Field(
                            ENDPOINT,
                            "Address of the API, if not the public one",
                            false,
                            false,
                            PUBLIC.toString()));

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,64}");

    /// What may stand in a header.
    private static final Pattern ONE_LINE = Pattern.compile("[!-~]+");

    /// In whose name replies are posted.
    ///
    /// @param secret of the API
    /// @param user the id of a person who works for the business
    record Replying(String secret, String user) {
        /// Keeps the secret out of logs.
        @Override
        public String toString() {
            return "Replying[" + user + "]";
        }
    }

    /// What the settings hold.
    sealed interface Found {
        record Usable(Business business) implements Found {}

        record Unusable(Refusal why) implements Found {}
    }

    static Found find(Settings settings) {
        Optional<String> unit = settings.find(UNIT).filter(id -> ID.matcher(id).matches());
        if (unit.isEmpty()) {
            return wrong(
                    UNIT, "Enter the business unit id, 24 letters and digits, and not the domain.");
        }
        Optional<String> key = settings.find(KEY).filter(text -> ONE_LINE.matcher(text).matches());
        if (key.isEmpty()) {
            return wrong(
                    KEY,
                    "Enter the API key that stands at Trustpilot Business, Integrations, Developers,"
                            + " APIs.");
        }
        return new Found.Usable(new Business(unit.get(), key.get(), replying(settings)));
    }

    private static Optional<Replying> replying(Settings settings) {
        return settings.find(SECRET)
                .flatMap(secret -> settings.find(USER).map(user -> new Replying(secret, user)));
    }

    private static Found wrong(String field, String detail) {
        return new Found.Unusable(new Refusal.Misconfigured(field, detail));
    }

    /// Keeps the key out of logs.
    @Override
    public String toString() {
        return "Business[" + unit + "]";
    }
}
