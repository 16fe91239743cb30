package firsthour.api;

import firsthour.security.ApiTokens;
import firsthour.security.Scope;
import firsthour.security.TestPeople;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.team.Role;
import firsthour.triage.Actor;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/// Programs with tokens of new members, for tests.
@Singleton
final class Programs {
    private final TestPeople people;
    private final ApiTokens tokens;
    private final Members members;
    private final Provider<EmbeddedServer> server;

    Programs(
            TestPeople people, ApiTokens tokens, Members members, Provider<EmbeddedServer> server) {
        this.people = people;
        this.tokens = tokens;
        this.members = members;
        this.server = server;
    }

    /// With all scopes that the role allows.
    Program of(Role role) {
        return of(people.add(role));
    }

    Member member(Role role) {
        return people.add(role);
    }

    /// Of somebody on the stage.
    Program of(Actor actor) {
        return of(members.get(actor.memberId()));
    }

    Program of(Member member) {
        var scopes = EnumSet.allOf(Scope.class);
        scopes.removeIf(scope -> !member.role().includes(scope.needed()));
        return with(secret(member, scopes));
    }

    Program of(Member member, Set<Scope> scopes) {
        return with(secret(member, scopes));
    }

    String secret(Member member, Set<Scope> scopes) {
        return made(member, scopes).secret();
    }

    ApiTokens.Outcome.Made made(Member member, Set<Scope> scopes) {
        var outcome = tokens.make(member.id(), "A test", scopes, 0);
        if (outcome instanceof ApiTokens.Outcome.Made made) {
            return made;
        }
        throw new AssertionError(outcome);
    }

    Program with(String secret) {
        return new Program(server.get().getURI(), secret);
    }

    Program withoutToken() {
        return new Program(server.get().getURI(), null);
    }
}
