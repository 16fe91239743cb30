package firsthour.architecture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The table of rooms of docs/architecture.md: what each package may import, a whitelist. Whatever
/// no row names is forbidden.
final class Rooms {

    /// Free to all: the JDK, annotations, logging, and Micronaut's annotations and data access.
    static final Set<String> FREE =
            Set.of(
                    "java",
                    "javax",
                    "org.w3c.dom",
                    "org.xml.sax",
                    "org.jspecify",
                    "org.slf4j",
                    "jakarta",
                    "org.reactivestreams");

    private static final Set<String> MICRONAUT = Set.of("io.micronaut", "com.fasterxml.jackson");

    /// The features, from the team to the reports.
    private static final List<String> FEATURES =
            List.of(
                    "team",
                    "brand",
                    "mention",
                    "intake",
                    "scoring",
                    "clocks",
                    "triage",
                    "causes",
                    "response",
                    "response.check",
                    "recovery",
                    "delivery",
                    "alerts",
                    "reporting",
                    "secrets",
                    "events",
                    "time",
                    "sentiment",
                    "connectors");

    /// One row.
    ///
    /// @param name the package below `firsthour`; a row for `a` holds for `a.b` unless that has one
    /// @param imports the rooms it may import; a trailing `.*` means those below as well
    /// @param thirdParty packages of libraries that are its own
    record Room(String name, List<String> imports, Set<String> thirdParty) {}

    private static final List<Room> TABLE =
            List.of(
                    // Module connectors
                    connectors(
                            "http",
                            List.of(),
                            "io.micronaut",
                            "io.netty",
                            "org.reactivestreams",
                            "reactor"),
                    connectors("connectors", List.of()),
                    network("businessprofile"),
                    network("discourse", "org.jsoup"),
                    network("appstore"),
                    network("appstoreconnect"),
                    network("bluesky"),
                    network("github"),
                    network("googleplay"),
                    network("hackernews"),
                    network("jetstream"),
                    network("lemmy"),
                    network("mastodon"),
                    network("reddit"),
                    network("rss", "com.rometools", "org.jsoup", "org.jdom2"),
                    network("stackexchange"),
                    network("steam"),
                    network("x"),
                    network("youtube"),
                    network("trustpilot"),
                    network("woocommerce"),
                    network("wordpress"),
                    connectors(
                            "connectors.file",
                            List.of("connectors", "connectors.reading"),
                            "com.fasterxml.jackson",
                            "org.apache.commons.csv"),
                    connectors(
                            "connectors.reading",
                            List.of("connectors", "http"),
                            "com.fasterxml.jackson",
                            "com.nimbusds",
                            "org.commonmark",
                            "org.jsoup"),
                    // Module sentiment
                    connectors("sentiment", List.of()),
                    connectors("sentiment.text", List.of("sentiment")),
                    connectors(
                            "sentiment.language",
                            List.of("sentiment", "sentiment.text", "sentiment.linear"),
                            "com.github.pemistahl.lingua",
                            "kotlin"),
                    connectors(
                            "sentiment.corenlp",
                            List.of("sentiment", "sentiment.text"),
                            "edu.stanford.nlp",
                            "org.ejml"),
                    connectors("sentiment.network", List.of("sentiment.text")),
                    connectors(
                            "sentiment.linear",
                            List.of("sentiment", "sentiment.text", "sentiment.network")),
                    connectors(
                            "sentiment.cues",
                            List.of("sentiment", "sentiment.text", "sentiment.linear")),
                    connectors(
                            "sentiment.toward",
                            List.of(
                                    "sentiment",
                                    "sentiment.text",
                                    "sentiment.linear",
                                    "sentiment.corenlp")),
                    connectors("sentiment.engine", List.of("sentiment.*")),
                    connectors(
                            "sentiment.train",
                            List.of("sentiment.*"),
                            "edu.stanford.nlp",
                            "org.ejml",
                            "ai.djl",
                            "ai.onnxruntime"),
                    // Module app
                    app(
                            "",
                            List.of(
                                    "database",
                                    "team",
                                    "security",
                                    "secrets",
                                    "brand",
                                    "mention",
                                    "intake",
                                    "scoring",
                                    "reporting",
                                    "delivery",
                                    "alerts",
                                    "demo",
                                    "time",
                                    "connectors",
                                    "connectors.file",
                                    "sentiment",
                                    "sentiment.engine"),
                            "picocli"),
                    app(
                            "database",
                            List.of(),
                            "com.zaxxer.hikari",
                            "org.flywaydb",
                            "ch.vorburger",
                            "org.mariadb"),
                    app("time", List.of()),
                    app("language", List.of()),
                    app("secrets", List.of("database")),
                    app("events", List.of("time")),
                    app("team", List.of("time", "events")),
                    app(
                            "brand",
                            List.of("connectors", "http", "secrets", "time", "events"),
                            "org.apache.lucene"),
                    app("mention", List.of("connectors", "brand", "time", "events")),
                    app(
                            "intake",
                            List.of(
                                    "connectors",
                                    "connectors.file",
                                    "brand",
                                    "mention",
                                    "secrets",
                                    "events",
                                    "time")),
                    app("scoring", List.of("sentiment", "mention", "brand", "events", "time")),
                    app(
                            "clocks",
                            List.of("http", "secrets", "events", "time"),
                            "de.focus_shift.jollyday",
                            "net.fortuna.ical4j"),
                    app(
                            "triage",
                            List.of(
                                    "clocks",
                                    "mention",
                                    "scoring",
                                    "brand",
                                    "team",
                                    "sentiment",
                                    "events",
                                    "time")),
                    app("causes", List.of("triage", "brand", "mention", "team", "events", "time")),
                    app("response.check", List.of("connectors", "sentiment"), "org.languagetool"),
                    app(
                            "response",
                            List.of(
                                    "response.check",
                                    "sentiment",
                                    "connectors",
                                    "triage",
                                    "clocks",
                                    "mention",
                                    "brand",
                                    "team",
                                    "secrets",
                                    "events",
                                    "time")),
                    app("recovery", List.of("triage", "brand", "events", "time")),
                    app("delivery", List.of("http", "secrets", "brand", "team", "events", "time")),
                    app("alerts", List.of("delivery", "events", "brand", "team", "time")),
                    app("reporting", List.of("brand", "time"), "org.jfree", "gg.jte"),
                    app(
                            "security",
                            List.of("team", "secrets", "events", "time"),
                            "com.password4j",
                            "com.nimbusds",
                            "org.reactivestreams",
                            "reactor"),
                    app("wiring", List.of("connectors.*", "sentiment.*", "http", "time")),
                    app(
                            "jobs",
                            List.of(
                                    "database",
                                    "intake",
                                    "scoring",
                                    "clocks",
                                    "triage",
                                    "causes",
                                    "response",
                                    "recovery",
                                    "delivery",
                                    "alerts",
                                    "reporting",
                                    "time"),
                            "org.quartz"),
                    app("demo", FEATURES),
                    app(
                            "web",
                            features("security", "database"),
                            "gg.jte",
                            "org.reactivestreams",
                            "reactor"),
                    app("web.demo", features("security", "demo"), "gg.jte", "reactor"),
                    app(
                            "api",
                            features("security"),
                            "io.swagger",
                            "org.reactivestreams",
                            "reactor"));

    private Rooms() {}

    /// The most specific row for a package below `firsthour`.
    static Optional<Room> find(String name) {
        return TABLE.stream()
                .filter(room -> isIn(name, room.name()))
                .max(Comparator.comparingInt(room -> room.name().length()));
    }

    static boolean mayImport(Room room, String imported) {
        return imported.equals(room.name())
                || (room.name().startsWith("web") && isIn(imported, "web"))
                || room.imports().stream()
                        .anyMatch(allowed ->
                                allowed.endsWith(".*")
                                        ? isIn(imported, allowed.substring(0, allowed.length() - 2))
                                        : imported.equals(allowed));
    }

    static boolean mayUse(Room room, String library) {
        return FREE.stream().anyMatch(free -> isIn(library, free))
                || room.thirdParty().stream().anyMatch(own -> isIn(library, own));
    }

    private static boolean isIn(String name, String parent) {
        return name.equals(parent) || (!parent.isEmpty() && name.startsWith(parent + "."));
    }

    private static Room connectors(String name, List<String> imports, String... thirdParty) {
        return new Room(name, imports, Set.of(thirdParty));
    }

    private static Room network(String name, String... thirdParty) {
        var all = new java.util.HashSet<>(Set.of(thirdParty));
        all.add("com.fasterxml.jackson");
        return new Room(
                "connectors." + name, List.of("connectors", "connectors.reading", "http"), all);
    }

    private static Room app(String name, List<String> imports, String... thirdParty) {
        var all = new java.util.HashSet<>(MICRONAUT);
        all.addAll(List.of(thirdParty));
        var rooms = new java.util.ArrayList<>(imports);
        // Whoever says something says it in the language of the page.
        rooms.add("language");
        return new Room(name, List.copyOf(rooms), Set.copyOf(all));
    }

    private static List<String> features(String... more) {
        var all = new java.util.ArrayList<>(FEATURES);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
