package firsthour.web.brands;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A word of the brand's own as it is typed.
///
/// @param topic the name of a topic; empty where none was chosen
@Introspected
public record WordForm(@Nullable String word, @Nullable String topic) {}
