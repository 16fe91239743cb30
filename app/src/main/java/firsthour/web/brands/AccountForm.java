package firsthour.web.brands;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// An own account as it is typed; an unticked box is not sent.
@Introspected
public record AccountForm(String network, String handle, @Nullable String bot) {}
