package firsthour;

import firsthour.demo.SampleBrand;
import firsthour.demo.SampleBrand.Loading;
import firsthour.security.Passwords;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs a node with an invented brand, to look at and to try things on.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows Firsthour with a sample brand: three weeks of invented posts, and a team that"
                    + " answered some. Ctrl-C stops it; the next start goes on where it ended.",
            "",
            "Its sign-ins are public knowledge, so leave it on this machine.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour demo",
            "  firsthour demo --data /tmp/firsthour-demo --port 9000",
        })
final class DemoCommand implements Callable<Integer> {
    private static final String PASSWORD = "kestrel-sample";
    private static final int STEP = 20;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/demo",
            description =
                    "where the sample is kept (default: ./data/demo); made when it is missing")
    private Path data;

    @Mixin private ServerOptions server;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        server.requireFree();
        try (Node node = open()) {
            welcome(node.listen());
            new CountDownLatch(1).await();
            return 0;
        }
    }

    /// Loads the sample by a node of its own, whose clock is not the real one. It goes only when
    /// the serving one is there, so that the database need not start twice.
    private Node open() {
        try (Node loading = Node.openLoading(data)) {
            load(loading);
            return Node.openDemo(data, server.serving());
        }
    }

    private void load(Node loading) {
        PrintWriter out = spec.commandLine().getOut();
        String hash = loading.get(Passwords.class).hash(PASSWORD);
        Loading loaded = loading.get(SampleBrand.class).load(hash, percent -> tell(out, percent));
        switch (loaded) {
            case Loading.Loaded(int posts) -> out.println("  " + posts + " posts are there.");
            case Loading.LoadedBefore() -> out.println("The sample is there already.");
            case Loading.InUse(String why) ->
                    throw new CommandFailure(
                            data.toAbsolutePath()
                                    + " is in use ("
                                    + why
                                    + "), and the sample must not mix with real posts. Nothing was"
                                    + " changed. Give the demo another folder with --data, or run"
                                    + " “firsthour start”.");
        }
        out.flush();
    }

    private static void tell(PrintWriter out, int percent) {
        if (percent == 0) {
            out.println("Playing three weeks of a sample brand (once, some seconds)");
        } else if (percent % STEP == 0) {
            out.println("  " + percent + " %");
        }
        out.flush();
    }

    private void welcome(String url) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.println("Firsthour runs on " + url + " with a sample brand. All of it is invented.");
        out.println();
        out.println("  Sign in as     maya@kestrel.example   (admin)");
        out.println("                 ruth@kestrel.example   (manager)");
        out.println("                 tom@kestrel.example    (agent)");
        out.println("                 oskar@kestrel.example  (viewer)");
        out.println("  Password       " + PASSWORD);
        out.println();
        out.println("  Queue          " + url + "/queue");
        out.println("  Chat channel   " + url + "/demo/chat");
        out.println("  Weekly report  " + url + "/report");
        out.println("  How good is it " + url + "/judgement");
        out.println();
        out.println("Its data is in " + data.toAbsolutePath() + ". Ctrl-C stops it.");
        out.flush();
    }
}
