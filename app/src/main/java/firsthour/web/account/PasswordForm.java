package firsthour.web.account;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What the form for a new password sends.
@Introspected
record PasswordForm(@Nullable String current, @Nullable String password) {}
