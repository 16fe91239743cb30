package firsthour.web.signin;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What the first run sends.
@Introspected
record SetupForm(
        @Nullable String code,
        @Nullable String email,
        @Nullable String name,
        @Nullable String zone,
        @Nullable String password) {}
