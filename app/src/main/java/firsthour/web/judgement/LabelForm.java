package firsthour.web.judgement;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What a person finds a drawn mention to be.
@Introspected
record LabelForm(@Nullable String label) {}
