package firsthour;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.brand.QueryError;
import firsthour.connectors.Descriptor;
import firsthour.mention.QueryPreview;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brands from the command line.
@Command(
        name = "brand",
        mixinStandardHelpOptions = true,
        description = "Brands, what is tracked for them, and their own accounts.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour brand add \"Kestrel Coffee\" --query '\"kestrel coffee\" -bird'",
            "  firsthour brand query \"Kestrel Coffee\" 'kestrelcoffee OR #kestrel'",
            "  firsthour brand account \"Kestrel Coffee\" --network rss --handle kestrelcares",
            "  firsthour brand preview 'kestrel -bird'",
            "  firsthour brand list",
        },
        subcommands = {
            BrandCommand.Add.class,
            BrandCommand.Query.class,
            BrandCommand.Account.class,
            BrandCommand.Preview.class,
            BrandCommand.ListAll.class
        })
final class BrandCommand extends CommandGroup {

    static Brand named(Brands brands, String name) {
        return brands.findByName(name)
                .orElseThrow(() ->
                        new CommandFailure(
                                "There is no brand “%s”; there %s. Add it with: brand add"
                                        .formatted(name, known(brands))));
    }

    private static String known(Brands brands) {
        var names = brands.list().stream().map(Brand::name).toList();
        return names.isEmpty() ? "is none yet" : "are " + String.join(", ", names);
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a brand and its first tracked query.",
            footerHeading = "%nExamples:%n",
            footer =
                    "  firsthour brand add \"Kestrel Coffee\" --query '\"kestrel coffee\" -bird' --zone Europe/Berlin")
    static final class Add implements Callable<Integer> {
        @Mixin private DataOption data;

        @Parameters(paramLabel = "NAME", description = "as it appears on every page")
        private String name;

        @Option(
                names = "--query",
                required = true,
                description = "words, \"phrases\", begin*, AND, OR, NOT or -word, and parentheses")
        private String query;

        @Option(
                names = "--zone",
                description = "time zone of its reports (default: this machine's)")
        private String zone = java.time.ZoneId.systemDefault().getId();

        @Spec private CommandSpec spec;

        @Override
        public Integer call() throws QueryError {
            try (var node = Node.open(data.folder())) {
                var brand = node.get(Brands.class).addWithQuery(name, zone, query);
                out(spec)
                        .printf("%s is tracked. Its reports are made in %s.%n", name, brand.zone());
                return 0;
            }
        }
    }

    @Command(
            name = "query",
            mixinStandardHelpOptions = true,
            description = "Adds a tracked query to a brand.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour brand query \"Kestrel Coffee\" 'kestrelcoffee OR #kestrel'")
    static final class Query implements Callable<Integer> {
        @Mixin private DataOption data;

        @Parameters(index = "0", paramLabel = "BRAND")
        private String name;

        @Parameters(index = "1", paramLabel = "QUERY")
        private String query;

        @Spec private CommandSpec spec;

        @Override
        public Integer call() throws QueryError {
            try (var node = Node.open(data.existing())) {
                var brands = node.get(Brands.class);
                brands.addQuery(named(brands, name).id(), query);
                out(spec).println("The query is matched against every new post.");
                return 0;
            }
        }
    }

    @Command(
            name = "account",
            mixinStandardHelpOptions = true,
            description = "Names an account as the brand's own: what it posts is a reply.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  firsthour brand account \"Kestrel Coffee\" --network hackernews --handle kestrelcares",
                "  firsthour brand account \"Kestrel Coffee\" --network rss --handle kestrelstatus --bot"
            })
    static final class Account implements Callable<Integer> {
        @Mixin private DataOption data;

        @Parameters(paramLabel = "BRAND")
        private String name;

        @Option(
                names = "--network",
                required = true,
                description = "as in: source networks, or file")
        private String network;

        @Option(names = "--handle", required = true, description = "the account's name")
        private String handle;

        @Option(names = "--bot", description = "it posts by itself and stops no clock")
        private boolean bot;

        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            try (var node = Node.open(data.existing())) {
                var brands = node.get(Brands.class);
                requireKnown(node.get(Networks.class));
                brands.addOwnAccount(named(brands, name).id(), network, handle, bot);
                out(spec).println("Posts of this account count as replies from now on.");
                return 0;
            }
        }

        private void requireKnown(Networks networks) {
            if (networks.findDescriptor(network).isEmpty()) {
                throw new CommandFailure(
                        "No network is called “%s”. Nothing was changed. Name one of: %s, file."
                                .formatted(
                                        network,
                                        networks.list().stream()
                                                .map(Descriptor::network)
                                                .collect(Collectors.joining(", "))));
            }
        }
    }

    @Command(
            name = "preview",
            mixinStandardHelpOptions = true,
            description = "Says what a query would have caught among the stored posts.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour brand preview 'kestrel -bird'")
    static final class Preview implements Callable<Integer> {
        @Mixin private DataOption data;

        @Parameters(paramLabel = "QUERY")
        private String query;

        @Spec private CommandSpec spec;

        @Override
        public Integer call() throws QueryError {
            try (var node = Node.open(data.existing())) {
                var caught = node.get(QueryPreview.class).of(query);
                var out = out(spec);
                out.printf(
                        "It would have caught %d of the newest %d posts.%n",
                        caught.caught(), caught.lookedAt());
                caught.newest()
                        .forEach(post -> out.println("  " + post.words().replace('\n', ' ')));
                return 0;
            }
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the brands.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour brand list --data /srv/firsthour")
    static final class ListAll implements Callable<Integer> {
        @Mixin private DataOption data;

        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            try (var node = Node.open(data.existing())) {
                var brands = node.get(Brands.class);
                var all = brands.list();
                all.forEach(brand -> print(out(spec), brands, brand));
                if (all.isEmpty()) {
                    out(spec).println("There is no brand yet. Add one with: brand add");
                }
                return 0;
            }
        }

        private static void print(PrintWriter out, Brands brands, Brand brand) {
            out.printf("%s (%s)%n", brand.name(), brand.zone());
            brands.listQueries(brand.id()).forEach(query -> out.println("  " + query.query()));
            var accounts =
                    brands.listOwnAccounts(brand.id()).stream()
                            .map(account -> account.handle() + " on " + account.network())
                            .collect(Collectors.joining(", "));
            if (!accounts.isEmpty()) {
                out.println("  own accounts: " + accounts);
            }
        }
    }

    private static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }
}
