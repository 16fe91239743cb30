package firsthour.security;

import static firsthour.language.Texts.t;

import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.team.NewMember;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.team.Role;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/// As long as there is no admin, whoever reads the console may create the first admin.
@Singleton
public class FirstRun {
    /// Stands for the address in the list of failures: a code has no e-mail address.
    private static final String THROTTLED_AS = "first run";

    private final Members members;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SetupCodeRows codes;
    private volatile boolean over;

    FirstRun(Members members, Passwords passwords, Attempts attempts, SetupCodeRows codes) {
        this.members = members;
        this.passwords = passwords;
        this.attempts = attempts;
        this.codes = codes;
    }

    /// What came of an attempt to create the first admin.
    public sealed interface Outcome {
        /// The admin exists.
        record Created(Member member) implements Outcome {}

        /// Something that was typed will not do.
        ///
        /// @param field code, email, name, zone or password
        record Wrong(String field, String message) implements Outcome {}

        /// Too many wrong codes.
        record Throttled(Duration remaining) implements Outcome {}

        /// Somebody else was faster.
        record Over() implements Outcome {}
    }

    /// Whether there is still no admin.
    public boolean pending() {
        if (!over && members.anyAdmin()) {
            over = true;
        }
        return !over;
    }

    /// A new code; the one before it is worth nothing any more.
    String issueCode() {
        var code = passwords.generateCode();
        codes.put(passwords.hash(code));
        return code;
    }

    /// Creates the first admin.
    ///
    /// @param address of the network from which it is tried
    public Outcome create(
            String code, String email, String name, String zone, String password, String address) {
        if (!pending()) {
            return new Outcome.Over();
        }
        var wait = attempts.begin(THROTTLED_AS, address);
        if (wait.isPresent()) {
            return new Outcome.Throttled(wait.get());
        }
        var hash = codes.find();
        if (hash.isEmpty() || !passwords.matches(tidy(code), hash.get())) {
            return new Outcome.Wrong(
                    "code",
                    t(
                            "That is not the code. The last one that was printed on the console counts."));
        }
        attempts.forgive(THROTTLED_AS);
        var problem = passwords.problem(password, email);
        if (problem.isPresent()) {
            return new Outcome.Wrong("password", problem.get());
        }
        try {
            return spend(
                    hash.get(),
                    new NewMember(email, name, Role.ADMIN, zone, passwords.hash(password)));
        } catch (CodeSpent e) {
            return new Outcome.Over();
        }
    }

    /// The code is good for one admin: both happen, or neither.
    @Transactional
    Outcome spend(String hash, NewMember admin) {
        return switch (members.add(admin, Members.SYSTEM)) {
            case Refused(var field, var message) -> new Outcome.Wrong(field, message);
            case Saved(var member) -> {
                if (codes.spend(hash) == 0) {
                    throw new CodeSpent();
                }
                yield new Outcome.Created(member);
            }
        };
    }

    private static String tidy(String code) {
        return code.strip().toLowerCase(Locale.ROOT).replace(" ", "-");
    }

    /// Rolls back what was begun with a code that somebody else has used meanwhile.
    private static final class CodeSpent extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
