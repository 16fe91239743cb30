package firsthour.web.brands;

import io.micronaut.core.annotation.Introspected;

/// What is typed to add a brand.
@Introspected
public record BrandForm(String name, String zone, String query) {}
