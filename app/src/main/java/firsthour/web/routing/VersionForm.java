package firsthour.web.routing;

import io.micronaut.core.annotation.Introspected;

/// A deed without anything typed.
///
/// @param version of the rule, as the person saw it
@Introspected
record VersionForm(long version) {}
