package firsthour.connectors.appstoreconnect;

import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.time.InstantSource;

/// Sends requests with what lets them in. A token is used until shortly before it ends, as Apple
/// asks for, and a refused one is signed anew once.
record Access(Outbound outbound, Sessions sessions, InstantSource clock, Account account) {

    <T> Json.Reply<T> ask(Json<T> json, Request request) {
        return sessions.ask(
                json,
                outbound,
                account.id(),
                () -> account.signIn(clock),
                token -> request.withHeader("authorization", "Bearer " + token));
    }
}
