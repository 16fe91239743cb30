package firsthour.intake;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Networks;
import firsthour.brand.Rejected;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.brand.TrackedQueries;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Settings;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Sources that need no key, ready to be started for a brand.
@Singleton
public class Proposals {
    private static final String FEED = "rss";
    private static final String NEWS = "News";
    private static final List<Draft> DRAFTS =
            List.of(
                    new Draft(
                            "hackernews",
                            "",
                            mark("Stories and comments that name it"),
                            Map.of(),
                            ""),
                    new Draft(
                            "mastodon",
                            "",
                            mark("Posts with it as a hashtag, on the largest instance"),
                            Map.of("instance", "https://mastodon.social"),
                            ""),
                    new Draft(
                            "jetstream",
                            "",
                            mark("Every public post that names it, live"),
                            Map.of(),
                            ""),
                    new Draft(
                            "lemmy",
                            "",
                            mark("Posts and comments, on the largest instance"),
                            Map.of("instance", "https://lemmy.world"),
                            ""),
                    new Draft("github", "", mark("Issues in public repositories"), Map.of(), ""),
                    new Draft(
                            "stackexchange",
                            "",
                            mark("Questions on Stack Overflow"),
                            Map.of("site", "stackoverflow"),
                            ""),
                    new Draft("steam", "", mark("Reviews of your game"), Map.of(), "app"),
                    new Draft(
                            "appstore",
                            "",
                            mark("Reviews of your app"),
                            Map.of("country", "us"),
                            "app"));

    private final Networks networks;
    private final Sources sources;
    private final TrackedQueries queries;
    private final Pulls pulls;

    Proposals(Networks networks, Sources sources, TrackedQueries queries, Pulls pulls) {
        this.networks = networks;
        this.sources = sources;
        this.queries = queries;
        this.pulls = pulls;
    }

    /// @param title empty for the network's
    /// @param asks the setting that only a person can know; empty for none
    private record Draft(
            String network,
            String title,
            String brings,
            Map<String, String> settings,
            String asks) {}

    /// A source that may be started.
    ///
    /// @param title for a person
    /// @param brings what it brings, for a person
    /// @param asks the setting that a person has to enter; empty for none
    /// @param label of that setting
    /// @param example of that setting
    public record Proposal(
            String network,
            String title,
            String brings,
            Map<String, String> settings,
            String asks,
            String label,
            String example) {
        public Proposal {
            settings = Map.copyOf(settings);
        }
    }

    /// What could be started for a brand and is not there yet.
    public List<Proposal> of(Brand brand) {
        var there = sources.list().stream().filter(source -> isFor(brand, source)).toList();
        var news =
                news(brand).filter(_ -> sources.findByName(NEWS + ": " + brand.name()).isEmpty());
        var proposals =
                DRAFTS.stream()
                        .filter(draft ->
                                there.stream()
                                        .noneMatch(it -> it.network().equals(draft.network())))
                        .flatMap(draft -> networks.find(draft.network()).stream().map(draft(draft)))
                        .collect(Collectors.toList());
        news.flatMap(url ->
                        networks.find(FEED)
                                .map(
                                        draft(
                                                new Draft(
                                                        FEED,
                                                        NEWS,
                                                        t("What Google's news feed finds"),
                                                        Map.of("url", url),
                                                        ""))))
                .ifPresent(proposal -> proposals.add(0, proposal));
        return proposals;
    }

    /// Starts a proposal.
    ///
    /// @param answer to what it asks
    /// @return the source's name
    /// @throws Rejected when a setting is missing, or it was started meanwhile
    public String start(Brand brand, String network, String answer) {
        var proposal =
                of(brand).stream()
                        .filter(it -> it.network().equals(network))
                        .findFirst()
                        .orElseThrow(() -> new Rejected(network, t("It was started already.")));
        var settings = new TreeMap<>(proposal.settings());
        if (!proposal.asks().isEmpty()) {
            settings.put(proposal.asks(), answer);
        }
        var source =
                sources.add(
                        network,
                        proposal.title() + ": " + brand.name(),
                        isAboutBrands(network) ? (Long) brand.id() : null,
                        new Settings(settings),
                        false);
        pulls.hurry(source.id());
        return source.name();
    }

    private boolean isAboutBrands(String network) {
        return networks.find(network).orElseThrow().descriptor().needsBrand();
    }

    private static boolean isFor(Brand brand, Source source) {
        return source.brandId() != null && source.brandId() == brand.id();
    }

    /// A feed of news that hold one of the brand's phrases.
    private Optional<String> news(Brand brand) {
        var phrases = queries.searchFor(brand.id()).phrases();
        return phrases.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "https://news.google.com/rss/search?q="
                                + URLEncoder.encode(
                                        phrases.stream()
                                                .limit(8)
                                                .map(phrase -> '"' + phrase.replace('"', ' ') + '"')
                                                .collect(Collectors.joining(" OR ")),
                                        StandardCharsets.UTF_8));
    }

    private static Function<Connector, Proposal> draft(Draft draft) {
        return connector -> {
            var field =
                    connector.descriptor().fields().stream()
                            .filter(it -> it.name().equals(draft.asks()))
                            .findFirst();
            return new Proposal(
                    draft.network(),
                    draft.title().isEmpty() ? connector.descriptor().title() : draft.title(),
                    t(draft.brings()),
                    draft.settings(),
                    draft.asks(),
                    field.map(Descriptor.Field::label).orElse(""),
                    field.map(Descriptor.Field::example).orElse(""));
        };
    }
}
