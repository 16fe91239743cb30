package firsthour.web.team;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody takes, as it is typed.
@Introspected
record WorkForm(
        long version,
        @Nullable String capacity,
        @Nullable String skills,
        @Nullable List<Long> teams) {}
