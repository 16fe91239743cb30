package firsthour.connectors.jetstream;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.Streaming;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.AtUri;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Refusals;
import firsthour.http.Answer;
import firsthour.http.Listening;
import firsthour.http.Message;
import firsthour.http.Messages;
import firsthour.http.NoAnswer;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Listens to Jetstream, which tells of every post on Bluesky.
public final class JetstreamConnector implements Streaming {
    static final int BATCH = 500;

    private static final String ENDPOINT = "endpoint";
    private static final URI PUBLIC = URI.create("https://jetstream1.us-east.bsky.network");
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /// Bytes of a message. A post has 300 characters; what is longer is asked not to be sent.
    private static final int MESSAGE = 256 * 1024;

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "jetstream",
                            "Bluesky stream",
                            List.of(
                                    new Descriptor.Field(
                                            ENDPOINT,
                                            "Address of the stream, if not the public one",
                                            false,
                                            false,
                                            PUBLIC.toString())),
                            true,
                            false,
                            true,
                            Duration.ofMinutes(1),
                            List.of(
                                    "The first connection reaches back 10 minutes; after a longer break the"
                                            + " last 36 hours are caught up with.",
                                    "Authors are known by their lasting id (did:…) alone, without handle and"
                                            + " name. Name own accounts by it as well.",
                                    "A reply that does not name the brand is not seen, unless an own account"
                                            + " wrote it.",
                                    "A post that names the brand only in a picture's description or in a"
                                            + " link's preview is left out.",
                                    "How many people follow an author is not told."))
                    .setUpBy(
                            "No key is needed: give the source a name, choose the brand, and"
                                    + " add it. It stays connected and hears of a post within seconds.",
                            "The test listens for a few seconds only, so that it often shows"
                                    + " nothing.",
                            "Add “Bluesky” as well, with an account, to reply from here and"
                                    + " to find what was written before.",
                            "Authors are known here by their lasting id alone. Add the"
                                    + " brand's own account by that id (did:plc:…) to its own accounts.")
                    .leavesUnconfirmed(
                            "How many messages come as a rule.",
                            "Whether the server measures a message's length as it is measured"
                                    + " here.");

    private final Outbound outbound;
    private final InstantSource clock;

    public JetstreamConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    /// Reads on from the checkpoint for a few seconds, or some thousand events, and keeps what
    /// holds a phrase.
    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        Piece piece = new Piece(search, checkpoint);
        Optional<Refusal> end = stream(settings, checkpoint, piece);
        return end.isPresent() && piece.isEmpty()
                ? new Pull.Refused(end.get(), Budget.UNSAID)
                : piece.page();
    }

    @Override
    public Optional<Refusal> stream(Settings settings, Checkpoint checkpoint, Sink sink) {
        return Addresses.stream(
                asWeb(settings),
                ENDPOINT,
                PUBLIC,
                server -> stream(server, Cursor.of(checkpoint, clock.instant()), sink));
    }

    /// The address may be given as people know it, `wss://…/subscribe`.
    private static Settings asWeb(Settings settings) {
        Map<String, String> values = new HashMap<>(settings.values());
        values.computeIfPresent(
                ENDPOINT,
                (_, address) ->
                        address.strip()
                                .replaceFirst("^ws(s?)://", "http$1://")
                                .replaceFirst("/subscribe/*$", ""));
        return new Settings(values);
    }

    private Optional<Refusal> stream(URI server, Cursor from, Sink sink) {
        URI uri =
                Query.to(server, "/subscribe")
                        .with("wantedCollections", AtUri.COLLECTION)
                        .with("maxMessageSizeBytes", MESSAGE)
                        .with("cursor", from.micros())
                        .uri();
        return switch (outbound.listen(uri, MESSAGE)) {
            case Listening.Failed(NoAnswer none) -> Optional.of(Refusals.of(none));
            case Listening.Answered(Answer answer) ->
                    Optional.of(
                            Refusals.find(answer, ENDPOINT)
                                    .orElseGet(() ->
                                            new Refusal.SourceChanged(
                                                    server.getHost()
                                                            + " answered and opened no stream.")));
            case Listening.Opened(Messages messages) -> {
                try (messages) {
                    yield read(messages, server, new MessageReader(clock, from), sink);
                }
            }
        };
    }

    private static Optional<Refusal> read(
            Messages messages, URI server, MessageReader reader, Sink sink) {
        while (true) {
            Optional<Refusal> end = fill(messages, reader);
            if (!sink.take(reader.take())) {
                return Optional.empty();
            }
            if (reader.isAstray()) {
                return Optional.of(
                        new Refusal.SourceChanged(
                                "What " + server.getHost() + " sends can no longer be read."));
            }
            if (end.isPresent()) {
                return end;
            }
        }
    }

    /// Gathers a batch.
    ///
    /// @return why nothing will follow it
    private static Optional<Refusal> fill(Messages messages, MessageReader reader) {
        long start = System.nanoTime();
        while (reader.size() < BATCH && !reader.isAstray()) {
            Duration left = MOMENT.minusNanos(System.nanoTime() - start);
            if (!left.isPositive()) {
                return Optional.empty();
            }
            switch (messages.next(left)) {
                case Message.Text(String text) -> reader.add(text);
                case Message.Nothing _ -> {}
                case Message.Ended(NoAnswer why) -> {
                    return Optional.of(Refusals.of(why));
                }
            }
        }
        return Optional.empty();
    }
}
