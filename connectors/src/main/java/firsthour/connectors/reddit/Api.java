package firsthour.connectors.reddit;

import firsthour.connectors.reading.Grants;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;

/// Reddit's API, asked as an app or in the name of a person.
final class Api {
    private final Outbound outbound;
    private final Sessions sessions;
    private final Grants grants;
    private final URI address;
    private final Request grant;

    /// @param grant what lets it in
    Api(Outbound outbound, Sessions sessions, Grants grants, URI address, Request grant) {
        this.outbound = outbound;
        this.sessions = sessions;
        this.grants = grants;
        this.address = address;
        this.grant = grant;
    }

    /// Begins an address below that of the API.
    ///
    /// @param path as in [Query#to]
    Query at(String path) {
        return Query.to(address, path);
    }

    <T> Json.Reply<T> ask(Json<T> json, Request request) {
        return sessions.ask(
                json,
                outbound,
                grant.uri()
                        + " "
                        + grant.headers().get("authorization")
                        + " "
                        + grant.body().orElse(""),
                () -> grants.exchange(grant),
                token -> request.withHeader("authorization", "Bearer " + token));
    }
}
