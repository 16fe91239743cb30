package firsthour.security;

import static firsthour.language.Texts.t;

import firsthour.team.Member;
import firsthour.team.Members;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Lets members replace their own password.
@Singleton
public final class OwnPassword {
    private final Members members;
    private final SignIn signIn;
    private final Passwords passwords;

    OwnPassword(Members members, SignIn signIn, Passwords passwords) {
        this.members = members;
        this.signIn = signIn;
        this.passwords = passwords;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is replaced; all sign-ins with the old one have ended.
        record Changed(Member member) implements Outcome {}

        /// Nothing was changed.
        ///
        /// @param field current or password
        record Wrong(String field, String message) implements Outcome {}

        /// Too many wrong attempts at the current one.
        record Throttled(Duration remaining) implements Outcome {}
    }

    /// Replaces the password of somebody who knows the current one: an unlocked screen is not
    /// enough.
    public Outcome change(long memberId, String current, String wanted, String address) {
        var member = members.get(memberId);
        return switch (signIn.attempt(member.email(), current, address)) {
            case SignIn.Outcome.Throttled(var remaining) -> new Outcome.Throttled(remaining);
            case SignIn.Outcome.Refused() ->
                    new Outcome.Wrong("current", t("That is not your current password."));
            case SignIn.Outcome.Accepted(var known) -> replace(known, wanted);
        };
    }

    private Outcome replace(Member member, String wanted) {
        var problem = passwords.problem(wanted, member.email());
        if (problem.isPresent()) {
            return new Outcome.Wrong("password", problem.get());
        }
        return new Outcome.Changed(
                members.changePassword(member.id(), passwords.hash(wanted), member.id()));
    }
}
