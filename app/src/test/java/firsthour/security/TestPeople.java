package firsthour.security;

import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.team.NewMember;
import firsthour.team.Outcome;
import firsthour.team.Role;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// People and their browsers, for tests that go through the pages.
@Singleton
public final class TestPeople {
    /// The password of everybody that this makes.
    public static final String PASSWORD = "a sentence for tests";

    private final AtomicInteger count = new AtomicInteger();
    private final Members members;
    private final String hash;
    private final Sessions sessions;
    private final CookieNames names;
    private final Provider<EmbeddedServer> server;

    TestPeople(
            Members members,
            Passwords passwords,
            Sessions sessions,
            CookieNames names,
            Provider<EmbeddedServer> server) {
        this.members = members;
        this.hash = passwords.hash(PASSWORD);
        this.sessions = sessions;
        this.names = names;
        this.server = server;
    }

    /// Somebody new.
    public Member add(Role role) {
        if (role != Role.ADMIN) {
            requireAdmin();
        }
        var number = count.incrementAndGet();
        var email = role.name().toLowerCase(Locale.ROOT) + number + "@example.com";
        var outcome =
                members.add(
                        new NewMember(
                                email, role.label() + " " + number, role, "Europe/Oslo", hash),
                        Members.SYSTEM);
        if (outcome instanceof Outcome.Saved(var member)) {
            return member;
        }
        throw new AssertionError(outcome);
    }

    /// Without an admin every page leads to the set-up.
    private void requireAdmin() {
        if (!members.anyAdmin()) {
            add(Role.ADMIN);
        }
    }

    /// A browser in which somebody new is signed in.
    public TestBrowser signedIn(Role role) {
        return signedIn(add(role));
    }

    /// A browser in which this member is signed in.
    public TestBrowser signedIn(Member member) {
        requireAdmin();
        var browser = signedOut();
        browser.setCookie(names.of("session"), sessions.begin(member));
        return browser;
    }

    /// A browser in which nobody is signed in.
    public TestBrowser signedOut() {
        return new TestBrowser(server.get().getURI());
    }
}
