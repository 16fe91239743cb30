package firsthour.web.signin;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sign-in.
///
/// @param email as it was typed
/// @param next where it leads on to: a path of ours
/// @param error why it did not succeed; null at first
/// @param samples whom a visitor of the demo may be; empty everywhere else
@Introspected
public record SignInView(String email, String next, @Nullable String error, List<Sample> samples) {

    /// One of the sample's people.
    public record Sample(String name, String email, String role) {}
}
