package firsthour.security;

import firsthour.language.Language;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.time.Clock;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Signs people in for a working day. The token says who and since which session epoch; role, name
/// and zone are looked up, so that a change counts at once.
@Singleton
public final class Sessions {
    /// How long one stays signed in.
    public static final Duration WORKING_DAY = Duration.ofHours(12);

    /// How long another node may still believe what was changed here.
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    static final String SIGNED_IN = "signedIn";
    private static final String EPOCH = "epoch";

    private final Members members;
    private final TokenGenerator tokens;
    private final Clock clock;
    private final Map<Long, Seen> seen = new ConcurrentHashMap<>();

    Sessions(Members members, TokenGenerator tokens, Clock clock) {
        this.members = members;
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Seen(Optional<Member> member, Instant at) {}

    /// A token for somebody who was checked.
    public String begin(Member member) {
        var now = clock.instant();
        seen.remove(member.id());
        return tokens.generateToken(
                        Map.of(
                                "sub",
                                Long.toString(member.id()),
                                EPOCH,
                                member.sessionEpoch(),
                                "iat",
                                now.getEpochSecond(),
                                "exp",
                                now.plus(WORKING_DAY).getEpochSecond()))
                .orElseThrow(() -> new IllegalStateException("No token could be made"));
    }

    /// Looks a member up anew at the next request: after a change on this node.
    public void forget(long memberId) {
        seen.remove(memberId);
    }

    /// Who a token with a valid signature stands for; empty when it has ended since.
    Optional<Authentication> resume(Map<String, Object> claims) {
        if (!(claims.get("sub") instanceof String subject)
                || !(claims.get(EPOCH) instanceof Number epoch)) {
            return Optional.empty();
        }
        return look(Long.parseLong(subject))
                .filter(Member::active)
                .filter(member -> member.sessionEpoch() == epoch.intValue())
                .map(Sessions::authentication);
    }

    private Optional<Member> look(long id) {
        var now = clock.instant();
        var known = seen.get(id);
        if (known != null && known.at().plus(REMEMBERED).isAfter(now)) {
            return known.member();
        }
        var found = members.find(id);
        seen.put(id, new Seen(found, now));
        return found;
    }

    private static Authentication authentication(Member member) {
        var signedIn = new SignedIn(member.id(), member.name(), member.role(), member.zone());
        Map<String, Object> known = new HashMap<>(Map.of(SIGNED_IN, signedIn));
        if (member.language() != null) {
            known.put(Language.CHOSEN, member.language());
        }
        return Authentication.build(Long.toString(member.id()), Roles.of(member.role()), known);
    }
}
