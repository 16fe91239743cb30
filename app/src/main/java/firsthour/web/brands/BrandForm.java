package firsthour.web.brands;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What is typed to add a brand; null where a field did not come.
@Introspected
public record BrandForm(@Nullable String name, @Nullable String zone, @Nullable String query) {}
