package firsthour;

import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
            "  firsthour start --public-url https://firsthour.example",
            "  firsthour start --allow-host feeds.intern --allow-host 127.0.0.1",
            "  FIRSTHOUR_DATABASE_URL=jdbc:mariadb://db:3306/firsthour \\",
            "  FIRSTHOUR_DATABASE_USERNAME=firsthour FIRSTHOUR_DATABASE_PASSWORD=... firsthour start",
        })
final class StartCommand implements Callable<Integer> {
    @Mixin private DataOption data;

    @Mixin private ServerOptions server;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var serving = server.serving();
        server.requireFree();
        try (Node node = Node.openServing(data.folder(), serving)) {
            String url = node.listen();
            PrintWriter out = spec.commandLine().getOut();
            out.println("Firsthour runs on " + url);
            out.println(
                    "Alerts lead to " + serving.publicUrl().map(URI::toString).orElse(url) + ".");
            out.println("Its data is in " + data.folder().toAbsolutePath() + ". Ctrl-C stops it.");
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
