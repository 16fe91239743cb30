package firsthour.intake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Sources of all kinds of temper. Each gets a new post every twenty seconds; feeds, which say when
/// nothing is new, get one every four minutes.
final class SoakServer implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final Duration SELDOM = Duration.ofMinutes(4);
    private static final String FEED = "/feed/";

    /// When each account was asked, in the order of asking.
    final Map<String, List<Instant>> asked = new ConcurrentHashMap<>();

    /// How often each feed said that nothing is new.
    final Map<String, AtomicInteger> unchanged = new ConcurrentHashMap<>();

    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final Supplier<Instant> now;
    private final Instant begun;
    private final HttpServer server;
    private volatile boolean honest;

    SoakServer(Supplier<Instant> now) throws IOException {
        this.now = now;
        this.begun = now.get();
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address(int source) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + source;
    }

    String feed(int source) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + FEED + source;
    }

    /// From now on every source answers as it should.
    void becomeHonest() {
        honest = true;
    }

    /// How many posts a source has by now.
    int posts() {
        return (int) Duration.between(begun, now.get()).dividedBy(EVERY);
    }

    /// How many posts a feed has by now: one from the start.
    int postsOfAFeed() {
        return 1 + (int) Duration.between(begun, now.get()).dividedBy(SELDOM);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith(FEED)) {
            asked.computeIfAbsent(
                            exchange.getRequestURI().getQuery(), _ -> new CopyOnWriteArrayList<>())
                    .add(now.get());
        }
        int source = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        int time = times.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        switch (honest || time % 2 == 0 ? 0 : source % 8) {
            case 1 -> say(exchange, 503, "busy");
            case 2 -> {
                exchange.getResponseHeaders().add("Retry-After", "30");
                say(exchange, 429, "too many");
            }
            case 3 -> say(exchange, 200, "{\"posts\": \"many\"}");
            case 4 -> say(exchange, 200, "<!DOCTYPE html><title>Sign in</title>");
            case 5 -> {
                pause();
                sayWhatIsThere(exchange, path);
            }
            case 6 -> exchange.close();
            case 7 -> say(exchange, 200, "{\"posts\": ");
            default -> sayWhatIsThere(exchange, path);
        }
    }

    private void sayWhatIsThere(HttpExchange exchange, String path) throws IOException {
        if (!path.startsWith(FEED)) {
            say(exchange, 200, posts(posts()));
            return;
        }
        int posts = postsOfAFeed();
        String tag = "\"" + posts + "\"";
        exchange.getResponseHeaders().add("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        } else {
            say(exchange, 200, feed(path, posts));
        }
    }

    private String feed(String path, int posts) {
        StringBuilder items = new StringBuilder();
        for (int i = posts - 1; i >= 0; i--) {
            items.append(
                    "<entry><id>urn:%s:%d</id><title>Post %d</title><published>%s</published></entry>"
                            .formatted(path, i, i, begun.plus(SELDOM.multipliedBy(i))));
        }
        return "<feed xmlns='http://www.w3.org/2005/Atom'><id>f</id><title>Feed</title>"
                + items
                + "</feed>";
    }

    private static String posts(int number) {
        return "{\"posts\": " + number + "}";
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
