package firsthour.security;

import firsthour.team.Member;
import firsthour.team.Members;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Checks who somebody is.
@Singleton
public final class SignIn {
    private final Members members;
    private final Passwords passwords;
    private final Attempts attempts;

    SignIn(Members members, Passwords passwords, Attempts attempts) {
        this.members = members;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /// What came of an attempt.
    public sealed interface Outcome {
        /// It is this member.
        record Accepted(Member member) implements Outcome {}

        /// Address and password do not belong together, or the member was deactivated.
        record Refused() implements Outcome {}

        /// There were too many failures.
        ///
        /// @param remaining until the next attempt is looked at
        record Throttled(Duration remaining) implements Outcome {}
    }

    /// Looks whether address and password belong together.
    ///
    /// @param address of the network from which it is tried
    public Outcome attempt(String email, String password, String address) {
        var tidy = email.strip().toLowerCase(Locale.ROOT);
        var wait = attempts.begin(tidy, address);
        if (wait.isPresent()) {
            return new Outcome.Throttled(wait.get());
        }
        var member = check(tidy, password);
        if (member.isEmpty()) {
            return new Outcome.Refused();
        }
        attempts.forgive(tidy);
        return new Outcome.Accepted(member.get());
    }

    /// Failures count no more: whoever could not sign in was given a new password.
    public void forgive(Member member) {
        attempts.forgive(member.email());
    }

    private Optional<Member> check(String email, String password) {
        var member = members.findByEmail(email).filter(Member::active);
        var hash = member.flatMap(found -> members.findPasswordHash(found.id()));
        if (hash.isEmpty()) {
            passwords.matchNobody(password);
            return Optional.empty();
        }
        return passwords.matches(password, hash.get()) ? member : Optional.empty();
    }
}
