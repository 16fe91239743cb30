package firsthour.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands in `@Secured` on a controller that programs call. A request is granted the constant
/// of each scope that its token has and its member's role allows; nobody who signed in on a page is
/// granted any.
public final class Scopes {
    public static final String READ = "token:READ";
    public static final String WORK = "token:WORK";
    public static final String MANAGE = "token:MANAGE";

    private static final String PREFIX = "token:";

    private Scopes() {}

    /// The constants that a token is granted.
    static Set<String> of(ApiToken token) {
        return token.scopes().stream()
                .filter(scope -> token.role().includes(scope.needed()))
                .map(scope -> PREFIX + scope.name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The scope that a constant stands for; empty where it stands for none.
    public static Optional<Scope> find(String constant) {
        return Arrays.stream(Scope.values())
                .filter(scope -> constant.equals(PREFIX + scope.name()))
                .findFirst();
    }
}
