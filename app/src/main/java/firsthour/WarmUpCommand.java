package firsthour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Starts once, answers once and ends, so that the launcher can record what a start needs and make
/// the next ones quick.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    private static final int ANY_PORT = -1;

    @Mixin private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Node node = Node.openServing(data.folder(), Serving.locally(ANY_PORT));
                HttpClient client = HttpClient.newHttpClient()) {
            String url = node.listen();
            for (String path : List.of("/health", "/login", "/")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
            return 0;
        }
    }
}
