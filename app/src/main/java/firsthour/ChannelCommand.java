package firsthour;

import firsthour.alerts.AlertRules;
import firsthour.brand.Brands;
import firsthour.delivery.Channel;
import firsthour.delivery.Channels;
import firsthour.delivery.Deliveries;
import firsthour.delivery.Deliveries.TestResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Channels from the command line.
@Command(
        name = "channel",
        mixinStandardHelpOptions = true,
        description = "Where alerts go.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour channel add --slack https://hooks.slack.com/services/T0/B0/secret",
            "  firsthour channel add --slack http://127.0.0.1:4900/hook --name Desk --min-priority 50",
            "  firsthour channel list",
            "  firsthour channel test Desk --allow-host 127.0.0.1",
            "  firsthour channel disable Desk",
        },
        subcommands = {
            ChannelCommand.Add.class,
            ChannelCommand.ListAll.class,
            ChannelCommand.Test.class,
            ChannelCommand.Enable.class,
            ChannelCommand.Disable.class,
            ChannelCommand.Remove.class
        })
final class ChannelCommand extends CommandGroup {

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Adds a channel that is told of new cases, of acknowledgements that are due soon"
                            + " and of breaches. Nothing is sent yet.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  firsthour channel add --slack https://hooks.slack.com/services/T0/B0/secret",
                "  firsthour channel add --slack https://chat.example/hooks/secret --name Desk --min-priority 50"
            })
    static final class Add implements Callable<Integer> {
        @Mixin private DataOption data;

        @Option(
                names = "--slack",
                paramLabel = "URL",
                required = true,
                description =
                        "address of an incoming webhook of Slack, Mattermost, Rocket.Chat or Zulip;"
                                + " it is kept encrypted")
        private String slack;

        @Option(names = "--name", description = "default: Slack, Slack 2 and so on")
        private String name = "";

        @Option(
                names = "--min-priority",
                paramLabel = "0-" + AlertRules.HIGHEST_PRIORITY,
                description =
                        "new cases below are not told (default: "
                                + AlertRules.USUAL_PRIORITY
                                + "; 0 tells all)")
        private int minPriority = AlertRules.USUAL_PRIORITY;

        @Option(names = "--brand", description = "only this brand's cases (default: all)")
        private @Nullable String brand;

        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            try (var node = Node.open(data.folder())) {
                var brandId =
                        brand == null
                                ? null
                                : BrandCommand.named(node.get(Brands.class), brand).id();
                var rules = node.get(AlertRules.class);
                var channel =
                        switch (rules.addSlack(name, slack, minPriority, brandId)) {
                            case Channels.Added.Done done -> done.channel();
                            case Channels.Added.NameTaken taken ->
                                    throw new CommandFailure(
                                            "There is a channel “%s” already. Nothing was added; give another --name."
                                                    .formatted(taken.name()));
                            case Channels.Added.Unusable unusable ->
                                    throw new CommandFailure(
                                            unusable.reason() + " Nothing was added.");
                        };
                out(spec).printf("Channel %s is added: %s%n", channel.name(), channel.shown());
                node.get(Channels.class)
                        .findObstacle(channel.id())
                        .ifPresent(obstacle -> out(spec).println("Note: " + obstacle));
                return 0;
            }
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "All channels, what waits and what went wrong.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour channel list --data /srv/firsthour")
    static final class ListAll implements Callable<Integer> {
        @Mixin private DataOption data;

        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            try (var node = Node.open(data.existing())) {
                var channels = node.get(Channels.class).list();
                channels.forEach(channel -> print(out(spec), channel));
                if (channels.isEmpty()) {
                    out(spec).println("There is no channel yet. Add one with: channel add");
                }
                return 0;
            }
        }

        private static void print(PrintWriter out, Channel channel) {
            out.printf(
                    "%s (%s)%s%n",
                    channel.name(), channel.shown(), channel.enabled() ? "" : ", switched off");
            out.printf(
                    "  %d wait, %d given up, last sent: %s%n",
                    channel.waiting(),
                    channel.failed(),
                    channel.lastSentAt() == null ? "never" : channel.lastSentAt());
            if (channel.refused() != null) {
                out.printf(
                        "  refused: %s. What waits goes out after: channel enable %s%n",
                        channel.refused(), channel.name());
            } else if (channel.trouble() != null) {
                out.printf("  trouble: %s%n", channel.trouble());
            }
        }
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Sends a test message and says what came back.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour channel test Desk --allow-host 127.0.0.1")
    static final class Test implements Callable<Integer> {
        @Mixin private DataOption data;

        @Parameters(paramLabel = "NAME")
        private String name;

        @Option(
                names = "--allow-host",
                paramLabel = "HOST",
                description = "a host on a private address that may be reached; repeatable")
        private List<String> allowedHosts = List.of();

        @Spec private CommandSpec spec;

        @Override
        public Integer call() throws InterruptedException {
            try (var node = Node.open(data.existing(), allowedHosts)) {
                var channel = named(node.get(Channels.class), name);
                return switch (node.get(Deliveries.class).test(channel.id())) {
                    case TestResult.Taken taken -> {
                        out(spec).println("It was taken: " + taken.answer());
                        yield 0;
                    }
                    case TestResult.Refused refused ->
                            throw new CommandFailure("It was not taken: " + refused.answer());
                    case TestResult.Resting resting ->
                            throw new CommandFailure(
                                    "Nothing was sent: the channel rests until %s. Try again then."
                                            .formatted(resting.until()));
                    case TestResult.NoSuchChannel gone -> throw noChannel(name);
                };
            }
        }
    }

    /// What is done to one channel by name.
    private abstract static class Change implements Callable<Integer> {
        @Mixin private DataOption data;

        @Parameters(paramLabel = "NAME")
        private String name;

        @Spec private CommandSpec spec;

        /// Does it and says what was done.
        abstract String change(Channels channels, Channel channel);

        @Override
        public Integer call() {
            try (var node = Node.open(data.existing())) {
                var channels = node.get(Channels.class);
                out(spec).println(change(channels, named(channels, name)));
                return 0;
            }
        }
    }

    @Command(
            name = "enable",
            mixinStandardHelpOptions = true,
            description = "Sends again, also after the far end refused; what waits goes out.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour channel enable Desk")
    static final class Enable extends Change {
        @Override
        String change(Channels channels, Channel channel) {
            channels.enable(channel.id());
            return "%s is on; %d messages wait for a running node."
                    .formatted(channel.name(), channel.waiting());
        }
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Sends nothing more; what waits is kept.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour channel disable Desk")
    static final class Disable extends Change {
        @Override
        String change(Channels channels, Channel channel) {
            channels.disable(channel.id());
            return "%s is off; %d messages are kept until it is enabled."
                    .formatted(channel.name(), channel.waiting());
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a channel with its rules, its log and what waits.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour channel remove Desk")
    static final class Remove extends Change {
        @Override
        String change(Channels channels, Channel channel) {
            channels.remove(channel.id());
            return "%s is removed, and %d messages that waited with it."
                    .formatted(channel.name(), channel.waiting());
        }
    }

    private static Channel named(Channels channels, String name) {
        return channels.findByName(name).orElseThrow(() -> noChannel(name));
    }

    private static CommandFailure noChannel(String name) {
        return new CommandFailure("There is no channel “%s”. See: channel list".formatted(name));
    }

    private static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }
}
