package firsthour.system;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// How quick the desk is beside a million mentions: its queue, its search, what people do, and many
/// open pages.
///
/// @param pages milliseconds of the queue page by how many cases are open
/// @param searches milliseconds of the queue page by what is searched for, at the most cases
/// @param deeds milliseconds by what is done, at the most cases
/// @param quiet a minute without an open page
/// @param watched a minute with [#OPEN_PAGES]
record DeskPace(
        Map<Integer, List<Double>> pages,
        Map<String, List<Double>> searches,
        Map<String, List<Double>> deeds,
        Minute quiet,
        Minute watched) {
    static final int MENTIONS = 1_000_000;
    static final int OPEN_PAGES = 200;

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int DEEDS = 120;
    private static final int WARM_UP = 50;
    private static final Pattern HEAP = Pattern.compile("used (\\d+)K");

    /// What a minute costs.
    ///
    /// @param node CPU of the node
    /// @param database CPU of MariaDB
    /// @param heap megabytes in use behind a collection
    /// @param told events that pages were sent
    record Minute(Duration node, Duration database, long heap, int told) {}

    static DeskPace measure(Path folder) throws Exception {
        var installation = new Installation(folder);
        installation.succeed("brand", "add", "Kestrel", "--query", "kestrel");
        var node = installation.start();
        try (var reader = Reader.of(node.url())) {
            reader.signIn("admin@firsthour.local", Installation.PASSWORD);
            OpenCases.addMentions(installation, MENTIONS);
            var pages = new LinkedHashMap<Integer, List<Double>>();
            for (int size : SIZES) {
                OpenCases.fillUpTo(installation, size);
                pages.put(size, reader.times("/queue", 150, 300));
            }
            var searches = new LinkedHashMap<String, List<Double>>();
            for (var words :
                    List.of(
                            "a word of few posts: 77777",
                            "a word of all: parcel",
                            "a number: #77")) {
                var typed = words.substring(words.indexOf(": ") + 2);
                searches.put(
                        words,
                        reader.times(
                                "/queue?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8),
                                10,
                                40));
            }
            return new DeskPace(
                    pages,
                    searches,
                    deeds(reader),
                    minute(installation, node, reader, 0),
                    minute(installation, node, reader, OPEN_PAGES));
        } finally {
            node.stop();
        }
    }

    private static Map<String, List<Double>> deeds(Reader reader) throws Exception {
        var token = reader.makeToken();
        var claim = new ArrayList<Double>();
        var acknowledge = new ArrayList<Double>();
        var dismiss = new ArrayList<Double>();
        for (int id = 1; id <= WARM_UP + DEEDS; id++) {
            var claimed = took(reader, token, id, "claim", "{\"version\":0}");
            var said =
                    took(
                            reader,
                            token,
                            id,
                            "acknowledge",
                            "{\"version\":1,\"text\":\"Sorry, I look into it.\"}");
            var closed = took(reader, token, id, "dismiss", "{\"version\":2,\"reason\":\"SPAM\"}");
            if (id > WARM_UP) {
                claim.add(claimed);
                acknowledge.add(said);
                dismiss.add(closed);
            }
        }
        var deeds = new LinkedHashMap<String, List<Double>>();
        deeds.put("claim", claim.stream().sorted().toList());
        deeds.put("acknowledge", acknowledge.stream().sorted().toList());
        deeds.put("dismiss", dismiss.stream().sorted().toList());
        return deeds;
    }

    private static double took(Reader reader, String token, int id, String deed, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(reader.url() + "/api/v1/cases/" + id + "/" + deed))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var start = System.nanoTime();
        var answer = reader.client().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(deed + ": " + answer.body());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static Minute minute(
            Installation installation, Installation.Node node, Reader reader, int open)
            throws Exception {
        var told = new AtomicInteger();
        var pages = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < open; i++) {
            pages.add(
                    reader.client()
                            .sendAsync(
                                    reader.request("/cases/" + (1_000 + i) + "/presence").build(),
                                    BodyHandlers.ofByteArrayConsumer(
                                            part -> part.ifPresent(_ -> told.incrementAndGet()))));
        }
        // Until all are open and what that took is over.
        pass(10);
        if (open > 0 && told.get() < open) {
            throw new IllegalStateException("Only " + told.get() + " pages were told anything");
        }
        int before = told.get();
        var ofNode = cpu(node.process().pid());
        var ofDatabase = cpu(installation.serverPid());
        pass(60);
        var minute =
                new Minute(
                        cpu(node.process().pid()).minus(ofNode),
                        cpu(installation.serverPid()).minus(ofDatabase),
                        heap(node.process().pid()),
                        told.get() - before);
        pages.forEach(page -> page.cancel(true));
        return minute;
    }

    private static void pass(int seconds) throws InterruptedException {
        if (new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException();
        }
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    /// Megabytes of the node's heap that are in use behind a collection.
    private static long heap(long pid) throws IOException, InterruptedException {
        ask(pid, "GC.run");
        return HEAP.matcher(ask(pid, "GC.heap_info"))
                        .results()
                        .limit(2)
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum()
                / 1024;
    }

    private static String ask(long pid, String command) throws IOException, InterruptedException {
        var asked =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                command)
                        .redirectErrorStream(true)
                        .start();
        var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }
}
