package firsthour.connectors.googleplay;

import firsthour.connectors.reading.Grants;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.InstantSource;

/// Asks as a service account.
final class ServiceSession {
    private final Outbound outbound;
    private final InstantSource clock;
    private final Sessions sessions;
    private final Grants grants;
    private final ServiceAccount account;
    private final URI tokens;

    /// @param tokens where the account's tokens are got
    ServiceSession(
            Outbound outbound,
            InstantSource clock,
            Sessions sessions,
            Grants grants,
            ServiceAccount account,
            URI tokens) {
        this.outbound = outbound;
        this.clock = clock;
        this.sessions = sessions;
        this.grants = grants;
        this.account = account;
        this.tokens = tokens;
    }

    <T> Json.Reply<T> ask(Json<T> json, Request request) {
        return sessions.ask(
                json,
                outbound,
                tokens + " " + account.email() + " " + account.keyId(),
                () -> grants.exchange(account.grant(tokens, clock.instant())),
                token -> request.withHeader("authorization", "Bearer " + token));
    }
}
