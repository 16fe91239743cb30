package firsthour;

import firsthour.security.Passwords;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/// Where a command gets a password from: standard input, the person at the terminal, or chance.
/// Never an argument, which everybody on the machine could read.
final class PasswordOption {
    @Option(
            names = "--password-stdin",
            description =
                    "read the password from the first line of standard input; without it a terminal"
                            + " asks for one, and an empty answer or no terminal means that one is"
                            + " made and printed")
    private boolean stdin;

    /// A password.
    ///
    /// @param made whether it was made here and has to be told
    record Chosen(String text, boolean made) {
        void tell(PrintWriter out) {
            if (made) {
                out.println("Password, shown this once: " + text);
            }
        }

        @Override
        public String toString() {
            return "Chosen[made=" + made + "]";
        }
    }

    /// @throws CommandFailure when it does not follow the rules
    Chosen choose(Passwords passwords, String email) {
        var typed = stdin ? firstLine() : ask();
        if (typed.isEmpty() && !stdin) {
            return new Chosen(passwords.generate(), true);
        }
        passwords
                .problem(typed, email)
                .ifPresent(problem -> {
                    throw new CommandFailure(
                            "That password will not do. %s Nothing was changed."
                                    .formatted(problem));
                });
        return new Chosen(typed, false);
    }

    private static String firstLine() {
        try {
            var line =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 does return null when there is no terminal
    private static String ask() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return "";
        }
        char[] typed = console.readPassword("Password (empty: one is made): ");
        return typed == null ? "" : new String(typed);
    }
}
