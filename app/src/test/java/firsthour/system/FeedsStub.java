package firsthour.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// Many feeds of twenty entries that know when nothing is new. Every fourth gets one more when it
/// is told to.
final class FeedsStub implements AutoCloseable {
    private static final int ENTRIES = 20;
    private static final int RENEWED = 4;

    private final HttpServer server;
    private final LongAdder asked = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private volatile Instant begun = Instant.EPOCH;
    private volatile Instant renewed = Instant.MAX;

    FeedsStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address(int feed) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + feed;
    }

    /// The entries were written in the minutes before.
    void begin(Instant now) {
        begun = now;
    }

    void renew(Instant now) {
        renewed = now;
    }

    long asked() {
        return asked.sum();
    }

    long unchanged() {
        return unchanged.sum();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.increment();
        String path = exchange.getRequestURI().getPath();
        boolean more =
                !renewed.equals(Instant.MAX) && Integer.parseInt(path.substring(1)) % RENEWED == 0;
        String tag = "\"" + more + "\"";
        exchange.getResponseHeaders().add("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.increment();
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] feed = feed(path, more).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/atom+xml");
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
        exchange.close();
    }

    private String feed(String path, boolean more) {
        StringBuilder entries = new StringBuilder();
        if (more) {
            entries.append(entry(path, ENTRIES, renewed));
        }
        for (int i = ENTRIES - 1; i >= 0; i--) {
            entries.append(entry(path, i, begun.minusSeconds(60L * (ENTRIES - i))));
        }
        return "<feed xmlns='http://www.w3.org/2005/Atom'><id>f</id><title>Feed</title>"
                + entries
                + "</feed>";
    }

    private static String entry(String path, int number, Instant at) {
        return "<entry><id>urn:%s:%d</id><title>Post %d</title><published>%s</published></entry>"
                .formatted(path, number, number, at);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
