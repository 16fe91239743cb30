package firsthour;

import firsthour.brand.Arrival;
import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.brand.Sources;
import firsthour.brand.WebhookSecrets;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Settings;
import firsthour.intake.SourceHealth;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Sources from the command line.
@Command(
        name = "source",
        mixinStandardHelpOptions = true,
        description = "Where is listened, and how it fares.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour source networks",
            "  firsthour source add rss --name \"Trade press\" --set url=https://news.example/feed",
            "  firsthour source add hackernews --name \"Hacker News\" --brand \"Kestrel Coffee\"",
            "  firsthour source list",
            "  firsthour source disable \"Trade press\"",
        },
        subcommands = {
            SourceCommand.Add.class,
            SourceCommand.Enable.class,
            SourceCommand.Disable.class,
            SourceCommand.ListAll.class,
            SourceCommand.ListNetworks.class
        })
final class SourceCommand extends CommandGroup {

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Adds a source; a running node pulls it within seconds. Of a webhook it tells address and secret.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  firsthour source add rss --name \"Trade press\" --set url=https://news.example/feed",
                "  firsthour source add hackernews --brand \"Kestrel Coffee\"",
                "  firsthour source add webhook --name \"Our help desk\" --brand \"Kestrel Coffee\""
            })
    static final class Add implements Callable<Integer> {
        @Mixin private DataOption data;

        @Parameters(paramLabel = "NETWORK", description = "as in: source networks")
        private String network;

        @Option(names = "--name", description = "default: the network and its first setting")
        private @Nullable String name;

        @Option(
                names = "--brand",
                description = "whose tracked queries are searched for, or whom all is about")
        private @Nullable String brand;

        @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "a setting; repeatable")
        private Map<String, String> settings = new HashMap<>();

        @Option(names = "--live", description = "open cases for posts older than 48 h, too")
        private boolean live;

        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            try (var node = Node.open(data.folder())) {
                var brands = node.get(Brands.class);
                var brandId = brand == null ? null : BrandCommand.named(brands, brand).id();
                var source =
                        node.get(Sources.class)
                                .add(network, nameOr(), brandId, new Settings(settings), live);
                if (source.arrival() == Arrival.SENT) {
                    out(spec)
                            .printf(
                                    "%s is added. Its address is /hooks/%d, below that of the pages,"
                                            + " and its secret, shown this once:%n%s%n",
                                    source.name(),
                                    source.id(),
                                    node.get(WebhookSecrets.class).renew(source.id()));
                    return 0;
                }
                out(spec)
                        .printf(
                                "%s is added; a running node pulls it within seconds.%n",
                                source.name());
                return 0;
            }
        }

        private String nameOr() {
            if (name != null) {
                return name;
            }
            var about = brand != null ? brand : settings.values().stream().findFirst().orElse("");
            return (network + " " + about).strip();
        }
    }

    @Command(
            name = "enable",
            mixinStandardHelpOptions = true,
            description = "Listens to it again.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour source enable \"Trade press\"")
    static final class Enable extends Switch {
        Enable() {
            super(true);
        }
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Listens to it no longer; what is stored stays.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour source disable \"Trade press\"")
    static final class Disable extends Switch {
        Disable() {
            super(false);
        }
    }

    private abstract static class Switch implements Callable<Integer> {
        private final boolean on;

        @Mixin private DataOption data;

        @Parameters(paramLabel = "NAME")
        private String name;

        @Spec private CommandSpec spec;

        Switch(boolean on) {
            this.on = on;
        }

        @Override
        public Integer call() {
            try (var node = Node.open(data.existing())) {
                var sources = node.get(Sources.class);
                var source =
                        sources.findByName(name)
                                .orElseThrow(() ->
                                        new CommandFailure(
                                                "There is no source “%s”. See: source list"
                                                        .formatted(name)));
                sources.setEnabled(source.id(), on);
                out(spec).println(on ? "It is listened to again." : "It is no longer listened to.");
                return 0;
            }
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "How sources fare.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour source list --data /srv/firsthour")
    static final class ListAll implements Callable<Integer> {
        @Mixin private DataOption data;

        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            try (var node = Node.open(data.existing())) {
                var all = node.get(SourceHealth.class).list();
                all.forEach(health -> print(out(spec), health));
                if (all.isEmpty()) {
                    out(spec).println("There is no source yet. Add one with: source add");
                }
                return 0;
            }
        }

        private static void print(PrintWriter out, SourceHealth.Health source) {
            out.printf(
                    "%s (%s)%s%n",
                    source.name(), source.network(), source.enabled() ? "" : ", switched off");
            out.printf(
                    "  seven days: %d accepted, %d known before, %d mentions, %d unmatched, %d"
                            + " rejected%n",
                    source.total().accepted(),
                    source.total().duplicate(),
                    source.total().matched(),
                    source.total().unmatched(),
                    source.total().rejected());
            source.lastPost().ifPresent(at -> out.println("  newest post: " + at));
            source.problem()
                    .ifPresent(problem ->
                            out.printf(
                                    "  %s: %s %s%n",
                                    problem.trouble().title(),
                                    problem.detail(),
                                    problem.trouble().remedy()));
        }
    }

    @Command(
            name = "networks",
            mixinStandardHelpOptions = true,
            description = "Which networks can be read, and what each must be told.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour source networks")
    static final class ListNetworks implements Callable<Integer> {
        @Mixin private DataOption data;

        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            try (var node = Node.open(data.folder())) {
                node.get(Networks.class).list().forEach(network -> print(out(spec), network));
                return 0;
            }
        }

        private static void print(PrintWriter out, Descriptor network) {
            out.printf(
                    "%s: %s%s%n",
                    network.network(),
                    network.title(),
                    network.searched()
                            ? ", searched for a --brand"
                            : network.needsBrand() ? ", all about a --brand" : "");
            network.fields()
                    .forEach(field ->
                            out.printf(
                                    "  --set %s=%s  %s%s%n",
                                    field.name(),
                                    field.example(),
                                    field.label(),
                                    field.required() ? "" : " (optional)"));
        }
    }

    private static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }
}
