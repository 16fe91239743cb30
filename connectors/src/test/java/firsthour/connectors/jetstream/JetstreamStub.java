package firsthour.connectors.jetstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import firsthour.connectors.reading.Json;
import firsthour.http.SocketStub;
import firsthour.http.SocketStub.Talk;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plays a server of the stream: keeps what happened, and tells each listener all of it from their
/// cursor on, that included, and then what is new.
public final class JetstreamStub implements AutoCloseable {
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d+)");

    private record Kept(long time, String message) {}

    private final List<Kept> kept = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final SocketStub server = new SocketStub(this::tell);
    private volatile IntSupplier cuts = () -> Integer.MAX_VALUE;

    public JetstreamStub() throws IOException {}

    public URI uri() {
        return server.uri();
    }

    /// What each connection so far asked for.
    public List<String> asked() {
        return asked;
    }

    /// Has each further connection cut, in the middle of a message.
    ///
    /// @param cuts after how many messages
    public void cuts(IntSupplier cuts) {
        this.cuts = cuts;
    }

    /// Makes something happen.
    public void add(Instant at, String message) {
        synchronized (kept) {
            kept.add(new Kept(micros(at), message));
            kept.notifyAll();
        }
    }

    public void post(Instant at, String did, String key, String text) {
        add(at, commit(at, did, key, "create", record(at, text)));
    }

    public void delete(Instant at, String did, String key) {
        add(at, commit(at, did, key, "delete", Map.of()));
    }

    public void becomes(Instant at, String did, String status) {
        add(at, account(at, did, status));
    }

    /// What became of an account.
    ///
    /// @param status empty where it is active
    static String account(Instant at, String did, String status) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("active", status.isEmpty());
        account.put("did", did);
        account.put("seq", 7);
        account.put("time", at.toString());
        if (!status.isEmpty()) {
            account.put("status", status);
        }
        return Json.write(
                Map.of("did", did, "time_us", micros(at), "kind", "account", "account", account));
    }

    /// The content of a post, its parts open to change.
    public static Map<String, Object> record(Instant at, String text) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("$type", "app.bsky.feed.post");
        record.put("createdAt", at.toString());
        record.put("langs", List.of("en"));
        record.put("text", text);
        return record;
    }

    /// A change of a repository.
    ///
    /// @param record empty where there is none
    public static String commit(
            Instant at, String did, String key, String operation, Map<String, Object> record) {
        Map<String, Object> commit = new LinkedHashMap<>();
        commit.put("rev", "3l" + micros(at));
        commit.put("operation", operation);
        commit.put("collection", "app.bsky.feed.post");
        commit.put("rkey", key);
        if (!record.isEmpty()) {
            commit.put("record", record);
            commit.put("cid", "bafy" + key);
        }
        return Json.write(
                Map.of("did", did, "time_us", micros(at), "kind", "commit", "commit", commit));
    }

    public static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private void tell(Talk talk) throws IOException {
        asked.add(talk.target());
        Matcher cursor = CURSOR.matcher(talk.target());
        long from = cursor.find() ? Long.parseLong(cursor.group(1)) : Long.MAX_VALUE;
        int left = cuts.getAsInt();
        for (int next = first(from); ; next++) {
            String message = await(next);
            if (left-- == 0) {
                byte[] frame = Talk.frame(SocketStub.TEXT, true, message.getBytes(UTF_8));
                talk.raw(Arrays.copyOf(frame, frame.length / 2));
                talk.cut();
                return;
            }
            talk.text(message);
        }
    }

    private int first(long from) {
        synchronized (kept) {
            for (int i = 0; i < kept.size(); i++) {
                if (kept.get(i).time() >= from) {
                    return i;
                }
            }
            return kept.size();
        }
    }

    private String await(int index) throws IOException {
        synchronized (kept) {
            while (kept.size() <= index) {
                try {
                    kept.wait();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            return kept.get(index).message();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
