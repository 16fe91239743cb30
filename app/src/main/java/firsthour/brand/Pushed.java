package firsthour.brand;

import static firsthour.language.Texts.mark;

import firsthour.connectors.Descriptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The networks that no connector asks: their posts are handed in, and who wrote them is only what
/// whoever hands them in says.
public final class Pushed {
    /// What people import; its sources are made by the import.
    public static final Descriptor FILE = network(Source.FILE, mark("File import"), List.of());

    /// What another system sends.
    public static final Descriptor WEBHOOK =
            network(
                            Source.WEBHOOK,
                            "Inbound webhook",
                            List.of(
                                    "Only what the other system sends is known here.",
                                    "What is deleted there stays here, and what is edited there changes here"
                                            + " only when it is sent again."))
                    .setUpBy(
                            "Ask whoever looks after the other system whether it can send each new"
                                    + " post to a web address, signed with a secret.",
                            "Add the source. Its page then shows the address and, once, the secret:"
                                    + " hand both over on a way that nobody else reads.",
                            "Have a first post sent. The source's page says when it came, and the"
                                    + " answer to the sender says what was wrong with it.");

    /// Their names, for SQL.
    public static final List<String> NAMES = List.of(Source.FILE, Source.WEBHOOK);

    private Pushed() {}

    static Optional<Descriptor> find(String network) {
        return switch (Arrival.of(network)) {
            case READ -> Optional.empty();
            case SENT -> Optional.of(WEBHOOK);
            case IMPORTED -> Optional.of(FILE);
        };
    }

    /// They ask for no setting and never wait for a pull.
    private static Descriptor network(String name, String title, List<String> blindSpots) {
        return new Descriptor(
                name, title, List.of(), false, false, false, Duration.ZERO, blindSpots);
    }
}
