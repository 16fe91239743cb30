package firsthour.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// A site with a feed that works and one that is closed.
final class FeedStub implements AutoCloseable {
    private final HttpServer server;

    FeedStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/open.xml", 200, feed(), Map.of("X-RateLimit-Remaining", "58"));
        answer("/closed.xml", 429, "Too many requests", Map.of("Retry-After", "1800"));
        server.start();
    }

    private static String feed() {
        var posted = Instant.now().minusSeconds(420).atOffset(ZoneOffset.UTC);
        return """
        <rss version="2.0"><channel><title>Barista Weekly</title>
          <item><guid>1</guid><link>https://barista.example/1</link>
            <title>Kestrel Coffee opens a second roastery</title>
            <description>The new Kestrel site is open to visitors from Monday.</description>
            <pubDate>%s</pubDate></item>
        </channel></rss>
        """
                .formatted(DateTimeFormatter.RFC_1123_DATE_TIME.format(posted));
    }

    private void answer(String path, int status, String body, Map<String, String> headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                path,
                exchange -> {
                    headers.forEach(exchange.getResponseHeaders()::set);
                    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
