package firsthour.connectors;

import java.time.Instant;
import java.util.Optional;

/// What came of a person's consent.
public sealed interface Consent {

    /// A permission that lasts.
    ///
    /// @param permission the value of [Consenting#permissionField()], secret
    /// @param until when it ends by itself; empty where it lasts until it is withdrawn
    record Granted(String permission, Optional<Instant> until) implements Consent {
        /// A permission that lasts until it is withdrawn.
        public Granted(String permission) {
            this(permission, Optional.empty());
        }

        /// Keeps the permission out of logs.
        @Override
        public String toString() {
            return "Granted";
        }
    }

    record Refused(Refusal refusal) implements Consent {}
}
