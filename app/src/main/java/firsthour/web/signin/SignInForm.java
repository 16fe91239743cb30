package firsthour.web.signin;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What the sign-in sends; any field may be missing, because it comes from outside.
@Introspected
record SignInForm(@Nullable String email, @Nullable String password, @Nullable String next) {}
