package firsthour.connectors.github;

import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The REST API of GitHub or of a company's own server, asked with a token where there is one.
final class Api {
    private final Outbound outbound;
    private final URI address;
    private final Optional<String> token;

    Api(Outbound outbound, URI address, Optional<String> token) {
        this.outbound = outbound;
        this.address = address;
        this.token = token;
    }

    URI address() {
        return address;
    }

    /// Begins an address below that of the API.
    ///
    /// @param path as in [Query#to]
    Query at(String path) {
        return Query.to(address, path);
    }

    <T> Json.Reply<T> get(Json<T> json, URI uri) {
        return json.ask(outbound, signed(Request.get(uri)));
    }

    <T> Json.Reply<T> post(Json<T> json, URI uri, Map<String, Object> body) {
        return json.ask(outbound, signed(Request.post(uri, "application/json", Json.write(body))));
    }

    private Request signed(Request request) {
        Request asked =
                request.withHeader("accept", "application/vnd.github+json")
                        .withHeader("x-github-api-version", "2022-11-28");
        return token.map(key -> asked.withHeader("authorization", "Bearer " + key)).orElse(asked);
    }
}
