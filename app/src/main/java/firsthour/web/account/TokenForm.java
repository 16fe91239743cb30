package firsthour.web.account;

import firsthour.security.Scope;
import io.micronaut.core.annotation.Introspected;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the form for a token sends.
///
/// @param read any text where the box is ticked; null where it is not
/// @param days as text; 0 for a token that does not expire
@Introspected
record TokenForm(
        @Nullable String name,
        @Nullable String read,
        @Nullable String work,
        @Nullable String manage,
        @Nullable String days) {

    Set<Scope> scopes() {
        var chosen = EnumSet.noneOf(Scope.class);
        add(chosen, read, Scope.READ);
        add(chosen, work, Scope.WORK);
        add(chosen, manage, Scope.MANAGE);
        return chosen;
    }

    private static void add(Set<Scope> chosen, @Nullable String box, Scope scope) {
        if (box != null) {
            chosen.add(scope);
        }
    }
}
