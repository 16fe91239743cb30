package firsthour.web.account;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What the form for name, zone and language sends.
@Introspected
record ProfileForm(@Nullable String name, @Nullable String zone, @Nullable String language) {}
