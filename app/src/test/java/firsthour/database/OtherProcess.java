package firsthour.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another JVM that uses a data folder's server until it is told to leave or is killed.
final class OtherProcess implements AutoCloseable {
    private static final List<Process> STARTED = new ArrayList<>();

    private final Process process;
    private final BufferedReader output;
    private String server = "";

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherProcess on(DataFolder folder) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OtherProcess.class.getName(),
                                folder.path().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        STARTED.add(process);
        return new OtherProcess(process);
    }

    static List<Process> started() {
        return List.copyOf(STARTED);
    }

    /// The number of the server's process; waits until the other process has joined it.
    String server() throws IOException {
        if (server.isEmpty()) {
            server = String.valueOf(output.readLine());
        }
        return server;
    }

    void leave() throws IOException, InterruptedException {
        server();
        process.getOutputStream().close();
        process.waitFor();
    }

    void kill() throws IOException, InterruptedException {
        server();
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        output.close();
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        DataFolder folder = new DataFolder(Path.of(arguments[0]));
        try (EmbeddedDatabase _ = EmbeddedDatabase.open(folder)) {
            System.out.println(
                    ServerProperties.find(folder.file("server.properties")).orElseThrow().pid());
            while (System.in.read() >= 0) {}
        }
    }
}
