package firsthour.connectors.bluesky;

import com.fasterxml.jackson.annotation.JsonProperty;
import firsthour.connectors.Budget;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An account on a server, in whose name is asked.
final class Account {
    /// How long a token is used. Servers do not say how long theirs are good, the usual one takes
    /// them for two hours; one that is no longer taken is replaced.
    private static final Duration LIFE = Duration.ofMinutes(100);

    private static final Json<Session> SIGN_IN =
            new Json<>(
                            Session.class,
                            session -> session.token != null,
                            "token",
                            BlueskyConnector.ENDPOINT)
                    .explainedBy(Account::explain);

    private record Session(@JsonProperty("accessJwt") @Nullable String token) {}

    private final Outbound outbound;
    private final InstantSource clock;
    private final Sessions sessions;
    private final URI server;
    private final Credentials credentials;

    Account(
            Outbound outbound,
            InstantSource clock,
            Sessions sessions,
            URI server,
            Credentials credentials) {
        this.outbound = outbound;
        this.clock = clock;
        this.sessions = sessions;
        this.server = server;
        this.credentials = credentials;
    }

    String handle() {
        return credentials.handle();
    }

    /// The address of a method of its server.
    ///
    /// @param name such as `app.bsky.feed.getPosts`
    Query method(String name) {
        return Query.to(server, "/xrpc/" + name);
    }

    /// Asks as this account, after a sign-in where that is needed.
    <T> Json.Reply<T> ask(Json<T> json, Request request) {
        return sessions.ask(
                json,
                outbound,
                server + " " + credentials.handle() + " " + credentials.password(),
                this::signIn,
                token -> request.withHeader("authorization", "Bearer " + token));
    }

    private Sessions.SignIn signIn() {
        Request request =
                Request.post(
                        method("com.atproto.server.createSession").uri(),
                        "application/json",
                        Json.write(
                                Map.of(
                                        "identifier", credentials.handle(),
                                        "password", credentials.password())));
        return switch (SIGN_IN.ask(outbound, request)) {
            case Json.Reply.Refused<Session>(Refusal why, Budget budget, _) ->
                    new Sessions.SignIn.Refused(why, budget);
            case Json.Reply.Read<Session>(Session session, _, _) ->
                    new Sessions.SignIn.Done(
                            String.valueOf(session.token), clock.instant().plus(LIFE));
        };
    }

    private static Optional<Refusal> explain(Answer answer) {
        String host = answer.uri().getHost();
        return switch (Errors.name(answer)) {
            case "AuthenticationRequired" ->
                    unauthorised(
                            host
                                    + " does not know this handle with this app password. Check"
                                    + " both, or make a new app password.");
            case "AuthFactorTokenRequired" ->
                    unauthorised(
                            host
                                    + " asks for a second factor. Enter an app password instead of"
                                    + " the account's own.");
            default -> Errors.explain(answer);
        };
    }

    private static Optional<Refusal> unauthorised(String detail) {
        return Optional.of(new Refusal.Unauthorised(detail));
    }
}
