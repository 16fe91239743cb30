package firsthour.web.signin;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// The sign-in.
///
/// @param email as it was typed
/// @param next where it leads on to: a path of ours
/// @param error why it did not succeed; null at first
@Introspected
public record SignInView(String email, String next, @Nullable String error) {}
