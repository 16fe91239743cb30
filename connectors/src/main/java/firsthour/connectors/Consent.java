package firsthour.connectors;

/// What came of a person's consent.
public sealed interface Consent {

    /// A permission that lasts until it is withdrawn.
    ///
    /// @param permission the value of [Consenting#permissionField()], secret
    record Granted(String permission) implements Consent {
        /// Keeps the permission out of logs.
        @Override
        public String toString() {
            return "Granted";
        }
    }

    record Refused(Refusal refusal) implements Consent {}
}
