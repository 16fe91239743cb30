package firsthour.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A server that says exactly the bytes it is told, for answers that no proper server gives.
public final class RawServer implements AutoCloseable {

    /// Writes an answer; may never end.
    public interface Script {
        void answer(OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final Script script;

    public RawServer(Script script) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        this.script = script;
        Thread.ofVirtual().start(this::serve);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void serve() {
        try {
            while (true) {
                Socket taken = socket.accept();
                Thread.ofVirtual().start(() -> answer(taken));
            }
        } catch (SocketException e) {
            return; // closed: the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Socket taken) {
        try (taken;
                InputStream in = taken.getInputStream()) {
            int last = 0;
            for (int c = in.read(); c >= 0; c = in.read()) {
                last = (last << 8) | c;
                if (last == 0x0d0a0d0a) {
                    script.answer(taken.getOutputStream());
                    return;
                }
            }
        } catch (SocketException e) {
            return; // the client went away, as some tests want it to
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
