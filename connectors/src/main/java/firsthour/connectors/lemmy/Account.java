package firsthour.connectors.lemmy;

import firsthour.connectors.Budget;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An account on an instance, in whose name is replied.
final class Account {
    static final String USER = "user";
    static final String PASSWORD = "password";

    /// How long a token is used; instances take theirs for a week or longer.
    private static final Duration LIFE = Duration.ofDays(1);

    private static final Json<Login> LOGIN =
            new Json<>(Login.class, login -> login.jwt() != null, "token", LemmyConnector.INSTANCE)
                    .explainedBy(Errors::explainLogin);

    private final Outbound outbound;
    private final InstantSource clock;
    private final Sessions sessions;
    private final URI login;
    private final String user;
    private final String password;

    /// @param login where the account signs in
    Account(
            Outbound outbound,
            InstantSource clock,
            Sessions sessions,
            URI login,
            Settings settings) {
        this.outbound = outbound;
        this.clock = clock;
        this.sessions = sessions;
        this.login = login;
        this.user = settings.find(USER).orElse("");
        this.password = settings.find(PASSWORD).orElse("");
    }

    private record Login(@Nullable String jwt) {}

    /// Whether settings name an account.
    static boolean isNamed(Settings settings) {
        return settings.find(USER).isPresent() && settings.find(PASSWORD).isPresent();
    }

    /// Asks as this account, after a sign-in where that is needed.
    <T> Json.Reply<T> ask(Json<T> json, Request request) {
        return sessions.ask(
                json,
                outbound,
                login + " " + user + " " + password,
                this::signIn,
                token -> request.withHeader("authorization", "Bearer " + token));
    }

    private Sessions.SignIn signIn() {
        Request request =
                Request.post(
                        login,
                        "application/json",
                        Json.write(Map.of("username_or_email", user, "password", password)));
        return switch (LOGIN.ask(outbound, request)) {
            case Json.Reply.Refused<Login>(Refusal why, Budget budget, _) ->
                    new Sessions.SignIn.Refused(why, budget);
            case Json.Reply.Read<Login> read ->
                    new Sessions.SignIn.Done(
                            String.valueOf(read.value().jwt()), clock.instant().plus(LIFE));
        };
    }
}
