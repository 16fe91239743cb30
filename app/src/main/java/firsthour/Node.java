package firsthour;

import firsthour.database.Database;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The application on one data folder, for as long as a command needs it. Whatever happens to the
/// process, the database is let go of.
final class Node implements AutoCloseable {
    private final ApplicationContext context;
    private final Thread lastResort;

    private Node(ApplicationContext context) {
        this.context = context;
        this.lastResort = new Thread(context::close, "stop");
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /// For a command that does something and ends: without web server and scheduler.
    static Node open(Path data) {
        return open(Map.of("firsthour.data", data.toAbsolutePath().toString()));
    }

    /// As [#open(Path)], with hosts on private addresses that may be reached.
    static Node open(Path data, List<String> allowedHosts) {
        return open(
                Map.of(
                        "firsthour.data",
                        data.toAbsolutePath().toString(),
                        "firsthour.allowed-hosts",
                        allowedHosts));
    }

    /// For loading the sample, and for nothing else: its clock is wound to where the sample's story
    /// wants it.
    static Node openLoading(Path data) {
        return open(
                Map.of(
                        "firsthour.data",
                        data.toAbsolutePath().toString(),
                        "firsthour.loading-sample",
                        true));
    }

    /// For a command that stays: the scheduler runs, and [#listen] opens the web server.
    static Node openServing(Path data, Serving serving) {
        return open(serving.settings(data));
    }

    /// As [#openServing], with the page that plays the sample's chat.
    static Node openDemo(Path data, Serving serving) {
        var settings = serving.settings(data);
        settings.put("firsthour.demo", true);
        return open(settings);
    }

    private static Node open(Map<String, Object> settings) {
        ApplicationContext context =
                ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .banner(false)
                        .properties(new HashMap<>(settings))
                        .build();
        Node node = new Node(context);
        try {
            context.start();
            return node;
        } catch (RuntimeException e) {
            node.giveUp();
            throw e;
        }
    }

    /// After a start that failed half-way: Micronaut closes only what was started in full.
    private void giveUp() {
        context.getActiveBeanRegistrations(Database.class)
                .forEach(database -> database.getBean().close());
        forgetLastResort();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /// Opens the web server.
    ///
    /// @return where it answers, without a slash at the end
    String listen() {
        return get(EmbeddedServer.class).start().getURL().toString();
    }

    /// Stops the scheduler, then the pool, then the database server if nobody else uses it.
    @Override
    public void close() {
        context.close();
        if (Thread.currentThread() != lastResort) {
            forgetLastResort();
        }
    }

    private void forgetLastResort() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException _) {
            // The process is going down already and runs it anyway; closing twice does nothing.
        }
    }
}
