package firsthour;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs a node until it is told to stop.
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Runs Firsthour: web pages, sources, clocks and alerts. Ctrl-C stops it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour start",
            "  firsthour start --data /srv/firsthour --port 9000 --bind 0.0.0.0",
            "  firsthour start --allow-host feeds.intern --allow-host 127.0.0.1",
            "  FIRSTHOUR_DATABASE_URL=jdbc:mariadb://db:3306/firsthour \\",
            "  FIRSTHOUR_DATABASE_USERNAME=firsthour FIRSTHOUR_DATABASE_PASSWORD=... firsthour start",
        })
final class StartCommand implements Callable<Integer> {
    @Mixin private DataOption data;

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

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        requireFree(bind, port);
        try (Node node = Node.openServing(data.folder(), bind, port, allowedHosts)) {
            String url = node.listen();
            PrintWriter out = spec.commandLine().getOut();
            out.println("Firsthour runs on " + url);
            out.println("Its data is in " + data.folder().toAbsolutePath() + ". Ctrl-C stops it.");
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        }
    }

    /// Looks before anything is started, so that a second start on the same port does no work on
    /// the way to its failure.
    private static void requireFree(String bind, int port) {
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
