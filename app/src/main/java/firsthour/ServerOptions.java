package firsthour;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that serves web pages.
final class ServerOptions {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port of the web pages (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default: ${DEFAULT-VALUE}, this machine only)")
    private String bind;

    @Option(
            names = "--allow-host",
            paramLabel = "HOST",
            description =
                    "a host on a private address that sources and channels may use; repeatable")
    private List<String> allowedHosts = List.of();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "where colleagues reach these pages: buttons in alerts lead there (default: the"
                            + " address that is listened on)")
    private @Nullable URI publicUrl;

    /// What was asked for.
    Serving serving() {
        if (publicUrl != null && (publicUrl.getHost() == null || !isWeb(publicUrl))) {
            throw new CommandFailure(
                    "“"
                            + publicUrl
                            + "” is no address of a page. Nothing was started. Give --public-url as"
                            + " in https://firsthour.example.");
        }
        return new Serving(bind, port, allowedHosts, Optional.ofNullable(publicUrl));
    }

    private static boolean isWeb(URI url) {
        return "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    }

    /// Looks before anything is started, so that a second start on the same port does no work on
    /// the way to its failure.
    void requireFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
        } catch (UnknownHostException e) {
            throw new CommandFailure(
                    bind
                            + " is no address of this machine. Nothing was started. Try --bind 127.0.0.1.");
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(
                    "Port "
                            + port
                            + " on "
                            + bind
                            + " cannot be used ("
                            + e.getMessage()
                            + "). Nothing was started. Is Firsthour running already? Give another with --port.");
        }
    }
}
