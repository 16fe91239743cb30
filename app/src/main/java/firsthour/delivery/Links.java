package firsthour.delivery;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;

/// The addresses of our pages, as people elsewhere reach them.
@Singleton
public class Links {
    private final String base;

    /// Finds where this node is reached.
    ///
    /// @param publicUrl where readers of a chat reach the pages; empty for this node's own address
    Links(
            @Value("${firsthour.public-url:}") String publicUrl,
            @Value("${micronaut.server.host:localhost}") String host,
            @Value("${micronaut.server.port:8080}") int port) {
        var ownUrl = "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
        this.base = (publicUrl.isEmpty() ? ownUrl : publicUrl).replaceAll("/+$", "");
    }

    /// The address of a page.
    ///
    /// @param path begins with a slash
    public URI to(String path) {
        return URI.create(base + path);
    }
}
