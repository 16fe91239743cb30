package firsthour.security;

import firsthour.team.Members;
import firsthour.team.NewMember;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.team.Role;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.io.PrintStream;

/// When the server starts and there is no admin: creates the admin whose password was given, or
/// prints the code that lets one be created.
@Singleton
final class FirstAdmin implements ApplicationEventListener<ServerStartupEvent> {
    private final FirstRun firstRun;
    private final Members members;
    private final Passwords passwords;
    private final String email;
    private final String password;
    private final PrintStream console;

    FirstAdmin(
            FirstRun firstRun,
            Members members,
            Passwords passwords,
            @Value("${firsthour.admin-email:admin@firsthour.local}") String email,
            @Value("${firsthour.admin-password:}") String password) {
        this.firstRun = firstRun;
        this.members = members;
        this.passwords = passwords;
        this.email = email;
        this.password = password;
        this.console = System.out;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (!firstRun.pending()) {
            return;
        }
        if (password.isEmpty()) {
            console.printf(
                    """

                      There is no admin yet. To create the first one, open
                        %s/setup
                      and enter this code:  %s
                      It works once; the next start prints another.

                    """,
                    event.getSource().getURL(), firstRun.issueCode());
            return;
        }
        create();
    }

    private void create() {
        passwords
                .problem(password, email)
                .ifPresent(problem -> {
                    throw new SetupProblem("FIRSTHOUR_ADMIN_PASSWORD will not do. " + problem);
                });
        var admin = new NewMember(email, "Admin", Role.ADMIN, "UTC", passwords.hash(password));
        switch (members.add(admin, Members.SYSTEM)) {
            case Saved(var member) ->
                    console.printf("%n  Created the admin %s.%n%n", member.email());
            case Refused refused -> {
                // Another node that starts at the same moment may have been faster.
                if (firstRun.pending()) {
                    throw new SetupProblem(
                            "FIRSTHOUR_ADMIN_EMAIL will not do. " + refused.message());
                }
            }
        }
    }
}
