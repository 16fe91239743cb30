package firsthour.web.routing;

import firsthour.web.shell.Pages;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A customer as a manager names them.
@Introspected
record VipForm(@Nullable String brand, @Nullable String network, @Nullable String handle) {

    /// The brand that was chosen; 0, which none is, for none.
    long brandId() {
        var text = Pages.text(brand);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
