package firsthour.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A server of web sockets (RFC 6455) on plain sockets, which does what a test tells it, proper or
/// not.
public final class SocketStub implements AutoCloseable {
    public static final int TEXT = 1;
    public static final int CONTINUATION = 0;
    public static final int PING = 9;
    private static final int CLOSE = 8;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// What happens on one connection; it is closed afterwards.
    public interface Script {
        void play(Talk talk) throws IOException;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<Talk> talks = new CopyOnWriteArrayList<>();

    public SocketStub(Script script) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        this.script = script;
        Thread.ofVirtual().start(this::serve);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /// All connections so far.
    public List<Talk> talks() {
        return talks;
    }

    private void serve() {
        try {
            while (true) {
                Socket taken = server.accept();
                Thread.ofVirtual().start(() -> talk(taken));
            }
        } catch (SocketException e) {
            return; // closed: the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            Talk talk = new Talk(socket);
            talks.add(talk);
            Thread.ofVirtual().start(talk::listen);
            script.play(talk);
        } catch (IOException e) {
            return; // the client went away, or the test cut it off
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Talk talk : talks) {
            talk.socket.close();
        }
    }

    /// One connection.
    public static final class Talk {
        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;
        private final AtomicLong written = new AtomicLong();
        private final List<Integer> heard = new CopyOnWriteArrayList<>();
        private final String head;
        private volatile boolean deaf;

        private Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
            this.head = readHead();
            String answer =
                    "HTTP/1.1 101 OK~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Accept: "
                            + accept(header("Sec-WebSocket-Key"))
                            + "~~";
            write(answer.replace("~", "\r\n").getBytes(US_ASCII));
        }

        /// What was asked for: path and query.
        public String target() {
            return head.split(" ", 3)[1];
        }

        /// A header of the request.
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElseThrow();
        }

        /// Answers no ping from now on.
        public void turnDeaf() {
            deaf = true;
        }

        /// The kinds of frames that the client sent.
        public List<Integer> heard() {
            return heard;
        }

        /// Bytes that the client's side has taken over.
        public long written() {
            return written.get();
        }

        /// Waits until for half a second no byte is taken over.
        ///
        /// @return how many were
        public long awaitStall() {
            long before = -1;
            while (written() != before) {
                before = written();
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
            return before;
        }

        public void text(String text) throws IOException {
            write(frame(TEXT, true, text.getBytes(UTF_8)));
        }

        /// Writes what is no frame.
        public void raw(byte[] bytes) throws IOException {
            write(bytes);
        }

        /// Ends the connection without a word, at once.
        public void cut() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /// Waits until the client goes away.
        public void hold() throws IOException {
            synchronized (this) {
                while (!socket.isClosed()) {
                    try {
                        wait(50);
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
            }
        }

        public static byte[] frame(int kind, boolean last, byte[] payload) {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(kind | (last ? FINAL : 0));
            if (payload.length < 126) {
                frame.write(payload.length);
            } else if (payload.length < 65_536) {
                frame.write(126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            } else {
                frame.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    frame.write((int) ((long) payload.length >> shift));
                }
            }
            frame.writeBytes(payload);
            return frame.toByteArray();
        }

        private void write(byte[] bytes) throws IOException {
            synchronized (out) {
                out.write(bytes);
            }
            written.addAndGet(bytes.length);
        }

        private String readHead() throws IOException {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            int last = 0;
            while (last != 0x0d0a0d0a) {
                int next = in.readUnsignedByte();
                read.write(next);
                last = (last << 8) | next;
            }
            return read.toString(US_ASCII);
        }

        /// Reads what the client sends, all of it short and masked.
        private void listen() {
            try (socket) {
                while (true) {
                    int kind = in.readUnsignedByte() & 0x0f;
                    int length = in.readUnsignedByte() & 0x7f;
                    byte[] mask = in.readNBytes(4);
                    byte[] payload = in.readNBytes(length);
                    for (int i = 0; i < payload.length; i++) {
                        payload[i] ^= mask[i % 4];
                    }
                    heard.add(kind);
                    if (kind == CLOSE) {
                        write(frame(CLOSE, true, payload));
                        return;
                    }
                    if (kind == PING && !deaf) {
                        write(frame(PONG, true, payload));
                    }
                }
            } catch (IOException e) {
                return; // gone
            }
        }

        private static String accept(String key) {
            try {
                return Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-1")
                                        .digest((key + MAGIC).getBytes(US_ASCII)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
