package firsthour.clocks;

import java.util.List;

/// What came of changing a brand's policies.
public sealed interface PolicySaving {
    /// It is saved.
    ///
    /// @param policies as they are now
    /// @param relieved cases on which something is owed no more
    record Saved(BrandPolicies policies, List<Long> relieved) implements PolicySaving {}

    /// Somebody else changed them meanwhile; nothing was saved.
    record Stale() implements PolicySaving {}

    /// Nothing was saved.
    ///
    /// @param message for whoever asked
    record Refused(String message) implements PolicySaving {}
}
