package firsthour.web.brands;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// All brands, and the form that adds one.
@Introspected
public record BrandsView(List<Row> brands, BrandForm form, FormErrors errors) {

    /// One brand.
    ///
    /// @param queries the tracked queries as they were written
    public record Row(long id, String name, String zone, boolean sample, List<String> queries) {}
}
