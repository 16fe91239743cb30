package firsthour.web.channels;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What is typed to change a rule.
///
/// @param enabled null when the box is not ticked
/// @param brand the id of a brand; 0 for all
@Introspected
record RuleForm(@Nullable String enabled, @Nullable String minPriority, @Nullable Long brand) {}
