package firsthour.connectors.discourse;

import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What lets a program post as one member.
///
/// @param value secret
record Key(String value, String user) {
    static final String KEY = "key";
    static final String USER = "user";

    /// What a header can carry.
    private static final Pattern ONE_WORD = Pattern.compile("[!-~]+");

    static Optional<Key> find(Settings settings) {
        return settings.find(KEY)
                .flatMap(value -> settings.find(USER).map(user -> new Key(value, user)));
    }

    /// What is wrong with the settings.
    static Optional<Refusal> objection(Settings settings) {
        boolean hasKey = settings.find(KEY).isPresent();
        if (hasKey != settings.find(USER).isPresent()) {
            return Optional.of(
                    new Refusal.Misconfigured(
                            hasKey ? USER : KEY,
                            "API key and user belong together: enter both or none."));
        }
        for (String field : List.of(KEY, USER)) {
            if (settings.find(field).filter(ONE_WORD.asMatchPredicate().negate()).isPresent()) {
                return Optional.of(
                        new Refusal.Misconfigured(
                                field,
                                "Copy it again: it holds a gap, or letters that cannot be sent."));
            }
        }
        return Optional.empty();
    }

    /// Keeps the key out of logs.
    @Override
    public String toString() {
        return "Key[" + user + "]";
    }
}
