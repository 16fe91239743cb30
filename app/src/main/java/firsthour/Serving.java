package firsthour;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a node that stays is reached, and what it may reach.
///
/// @param bind the address that it listens on
/// @param port 1 to 65535, or -1 for any free one
/// @param allowedHosts hosts on private addresses that sources and channels may be on
/// @param publicUrl where readers of a chat reach the pages; empty for the node's own address
record Serving(String bind, int port, List<String> allowedHosts, Optional<URI> publicUrl) {

    /// On loopback, with nothing allowed.
    static Serving locally(int port) {
        return new Serving("127.0.0.1", port, List.of(), Optional.empty());
    }

    Map<String, Object> settings(Path data) {
        var settings =
                new HashMap<String, Object>(
                        Map.of(
                                "firsthour.data", data.toAbsolutePath().toString(),
                                "firsthour.scheduler.enabled", true,
                                "firsthour.allowed-hosts", allowedHosts,
                                "micronaut.server.host", bind,
                                "micronaut.server.port", port));
        publicUrl.ifPresent(url -> settings.put("firsthour.public-url", url.toString()));
        return settings;
    }
}
