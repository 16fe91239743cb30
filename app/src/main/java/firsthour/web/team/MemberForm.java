package firsthour.web.team;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What the form to add somebody sends.
@Introspected
record MemberForm(
        @Nullable String email,
        @Nullable String name,
        @Nullable String role,
        @Nullable String zone,
        @Nullable String password) {}
