package firsthour.web.account;

import static firsthour.language.Texts.t;

import firsthour.security.ApiToken;
import firsthour.security.Scope;
import firsthour.team.Role;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One's own tokens, with what was typed.
///
/// @param made the token that was made just now; null where none was
/// @param scopes that one may give to a token
/// @param name as typed
/// @param chosen scopes as ticked
/// @param days as chosen
@Introspected
public record TokensView(
        @Nullable Made made,
        List<Row> tokens,
        List<Scope> scopes,
        String name,
        Set<Scope> chosen,
        int days,
        FormErrors errors) {

    private static final int QUARTER = 90;

    /// The times that are offered, in days; 0 for ever.
    static final List<Integer> TIMES = List.of(30, QUARTER, 365, 0);

    /// A token in the clear.
    ///
    /// @param example a first request on a command line
    public record Made(String name, String secret, String example) {}

    /// A token in the list.
    ///
    /// @param shown its beginning and its end
    /// @param scopes in words
    /// @param beyond the scopes that the role allows no more, in words; empty where there are none
    public record Row(
            long id,
            String name,
            String shown,
            String scopes,
            String beyond,
            Instant madeAt,
            @Nullable Instant expiresAt,
            boolean expired,
            @Nullable Instant lastUsedAt) {

        static Row of(ApiToken token, String prefix, Instant now) {
            return new Row(
                    token.id(),
                    token.name(),
                    prefix + "…" + token.ending(),
                    words(token.scopes()),
                    words(
                            token.scopes().stream()
                                    .filter(scope -> !token.role().includes(scope.needed()))
                                    .collect(Collectors.toSet())),
                    token.madeAt(),
                    token.expiresAt().orElse(null),
                    token.isExpired(now),
                    token.lastUsedAt().orElse(null));
        }

        private static String words(Set<Scope> scopes) {
            return scopes.stream().sorted().map(Scope::label).collect(Collectors.joining(", "));
        }
    }

    static TokensView of(List<Row> tokens, Role role) {
        return new TokensView(
                null,
                tokens,
                Arrays.stream(Scope.values())
                        .filter(scope -> role.includes(scope.needed()))
                        .toList(),
                "",
                Set.of(Scope.READ),
                QUARTER,
                FormErrors.NONE);
    }

    TokensView typed(String newName, Set<Scope> ticked, int time, FormErrors wrong) {
        return new TokensView(null, tokens, scopes, newName, Set.copyOf(ticked), time, wrong);
    }

    TokensView with(Made secret) {
        return new TokensView(secret, tokens, scopes, name, chosen, days, errors);
    }

    /// The times that are offered, in days; 0 for ever.
    public List<Integer> times() {
        return TIMES;
    }

    /// A time in words.
    public String time(int time) {
        return time == 0 ? t("Never: until it is withdrawn") : t("After {0} days", time);
    }

    /// The name of a scope's box in the form.
    public String box(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
