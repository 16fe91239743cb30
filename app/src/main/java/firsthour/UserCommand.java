package firsthour;

import firsthour.security.Passwords;
import firsthour.security.SignIn;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.team.NewMember;
import firsthour.team.Outcome;
import firsthour.team.Role;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Keeps the team without a browser.
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Adds people to the team, lists them, gives new passwords, ends access.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour user add ola@example.com --name \"Ola Nordmann\" --role agent",
            "  firsthour user add --data /srv/firsthour ola@example.com --name Ola --role manager \\",
            "      --zone Europe/Oslo --password-stdin < password.txt",
            "  firsthour user list",
            "  firsthour user password ola@example.com",
            "  firsthour user deactivate ola@example.com",
        })
final class UserCommand extends CommandGroup {
    @Spec private CommandSpec spec;

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds somebody who can sign in at once.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  firsthour user add ola@example.com --name \"Ola Nordmann\" --role agent",
                "  firsthour user add ola@example.com --name Ola --role viewer --zone Europe/Oslo",
            })
    int add(
            @Mixin DataOption data,
            @Mixin PasswordOption password,
            @Parameters(paramLabel = "EMAIL", description = "what one signs in with") String email,
            @Option(
                            names = "--name",
                            required = true,
                            description = "as colleagues read it on the cases")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            converter = RoleName.class,
                            description = "viewer, agent, manager or admin")
                    Role role,
            @Option(
                            names = "--zone",
                            defaultValue = "UTC",
                            description =
                                    "time zone in which this person reads times (default: ${DEFAULT-VALUE})")
                    String zone) {
        try (Node node = Node.open(data.folder())) {
            var passwords = node.get(Passwords.class);
            var chosen = password.choose(passwords, email);
            var asked = new NewMember(email, name, role, zone, passwords.hash(chosen.text()));
            switch (node.get(Members.class).add(asked, Members.SYSTEM)) {
                case Outcome.Saved(var member) -> {
                    out().println("Added " + member.email() + " as " + word(member.role()) + ".");
                    chosen.tell(out());
                    if (!node.get(Members.class).anyAdmin()) {
                        out().println(
                                        "There is no admin yet: start prints a code that creates one, or"
                                                + " add one with --role admin.");
                    }
                }
                case Outcome.Refused refused ->
                        throw new CommandFailure(refused.message() + " Nothing was changed.");
            }
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the team, one person a line: address, role, zone, state, name.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour user list --data /srv/firsthour")
    int list(@Mixin DataOption data) {
        try (Node node = Node.open(data.existing())) {
            for (Member member : node.get(Members.class).list()) {
                out().printf(
                                "%-32s  %-8s  %-20s  %-11s  %s%n",
                                member.email(),
                                word(member.role()),
                                member.zone(),
                                member.active() ? "active" : "deactivated",
                                member.name());
            }
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Gives somebody a new password and signs that person out everywhere.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour user password ola@example.com --password-stdin < password.txt")
    int password(
            @Mixin DataOption data,
            @Mixin PasswordOption password,
            @Parameters(paramLabel = "EMAIL", description = "whose") String email) {
        try (Node node = Node.open(data.existing())) {
            var passwords = node.get(Passwords.class);
            var members = node.get(Members.class);
            var member = find(members, email);
            var chosen = password.choose(passwords, member.email());
            members.changePassword(member.id(), passwords.hash(chosen.text()), Members.SYSTEM);
            node.get(SignIn.class).forgive(member);
            out().println(member.email() + " has a new password.");
            chosen.tell(out());
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "deactivate",
            mixinStandardHelpOptions = true,
            description =
                    "Ends somebody's access. Open cases go to who stands in, or become nobody's.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour user deactivate ola@example.com")
    int deactivate(
            @Mixin DataOption data,
            @Parameters(paramLabel = "EMAIL", description = "whose") String email) {
        try (Node node = Node.open(data.existing())) {
            var members = node.get(Members.class);
            var member = find(members, email);
            if (members.deactivate(member.id(), Members.SYSTEM)
                    instanceof Outcome.Refused refused) {
                throw new CommandFailure(refused.message());
            }
            out().println(member.email() + " cannot sign in any more.");
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "activate",
            mixinStandardHelpOptions = true,
            description = "Lets somebody who was deactivated sign in again.",
            footerHeading = "%nExamples:%n",
            footer = "  firsthour user activate ola@example.com")
    int activate(
            @Mixin DataOption data,
            @Parameters(paramLabel = "EMAIL", description = "whose") String email) {
        try (Node node = Node.open(data.existing())) {
            var members = node.get(Members.class);
            var member = find(members, email);
            members.activate(member.id(), Members.SYSTEM);
            out().println(member.email() + " can sign in again.");
            return CommandLine.ExitCode.OK;
        }
    }

    private static Member find(Members members, String email) {
        return members.findByEmail(email)
                .orElseThrow(() ->
                        new CommandFailure(
                                "Nobody in the team has the address %s. Nothing was changed. See: firsthour user list"
                                        .formatted(email)));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /// Takes a role in any case.
    static final class RoleName implements ITypeConverter<Role> {
        @Override
        public Role convert(String typed) {
            try {
                return Role.valueOf(typed.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'%s' is no role: viewer, agent, manager or admin".formatted(typed));
            }
        }
    }
}
