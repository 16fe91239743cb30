package firsthour.security;

import static firsthour.language.Texts.t;
import static java.nio.charset.StandardCharsets.UTF_8;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tokens with which programs act for members. A token is 256 random bits, told once and kept as
/// its SHA-256, by which it is looked up: how long a comparison takes tells nobody anything.
@Singleton
public class ApiTokens {
    /// What every token begins with, so that scanners for secrets find one that got out.
    public static final String PREFIX = "firsthour_";

    /// Days after which a token may end, and the most it may be given, other than for ever.
    public static final int MOST_DAYS = 366;

    /// Tokens that one member may have at a time.
    public static final int MOST = 50;

    static final int MOST_NAME = 120;

    private static final int BYTES = 32;
    private static final int ENDING = 4;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");
    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

    private final ApiTokenRows rows;
    private final Members members;
    private final EventLog events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(ApiTokenRows rows, Members members, EventLog events, Clock clock) {
        this.rows = rows;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /// What came of the wish for a token.
    public sealed interface Outcome {
        /// It is made.
        ///
        /// @param secret the token, told this once
        record Made(ApiToken token, String secret) implements Outcome {}

        /// Nothing was made.
        ///
        /// @param field name, scopes or days
        /// @param message for the person who asked
        record Refused(String field, String message) implements Outcome {}
    }

    /// Who asks with a token, and what that allows.
    public record Bearer(ApiToken token, Member member) {}

    /// What a request brought as a token.
    public sealed interface Reading {
        /// It counts.
        record Accepted(Bearer bearer) implements Reading {}

        /// It counts no more, or never did.
        ///
        /// @param why a sentence for whoever has it
        record Refused(String why) implements Reading {}
    }

    /// Makes a token for a member.
    ///
    /// @param scopes what it may be used for: one or more that the member's role allows
    /// @param days after which it ends; 0 for never
    @Transactional
    public Outcome make(long memberId, String name, Set<Scope> scopes, int days) {
        var member = members.get(memberId);
        var clean = name.strip();
        var wrong = problem(member, clean, scopes, days);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        rows.lockMember(memberId);
        if (standing(memberId).size() >= MOST) {
            return new Outcome.Refused("name", t("You have {0} tokens. Withdraw one first.", MOST));
        }
        var now = clock.instant();
        var secret = secret();
        var row =
                rows.save(
                        new ApiTokenRow(
                                0,
                                memberId,
                                clean,
                                hash(secret),
                                secret.substring(secret.length() - ENDING),
                                ApiTokenRow.stored(scopes),
                                now,
                                days == 0 ? null : now.plus(Duration.ofDays(days)),
                                null,
                                null));
        events.append(new Event.ApiTokenMade(row.id(), row.scopes(), memberId));
        return new Outcome.Made(row.token(member.role()), secret);
    }

    /// The tokens of a member that were not withdrawn, the newest first; those that have expired
    /// are among them.
    @Transactional(readOnly = true)
    public List<ApiToken> list(long memberId) {
        var role = members.get(memberId).role();
        return standing(memberId).stream().map(row -> row.token(role)).toList();
    }

    /// Ends a token at once.
    ///
    /// @return false when the member has no such token, or it was withdrawn before
    @Transactional
    public boolean withdraw(long id, long memberId) {
        if (rows.withdraw(id, memberId, clock.instant()) == 0) {
            return false;
        }
        events.append(new Event.ApiTokenWithdrawn(id, memberId));
        return true;
    }

    /// Looks whom a token stands for, and notes that it was used.
    public Reading read(String secret) {
        if (!FORM.matcher(secret).matches()) {
            return new Reading.Refused(
                    "This is no token of Firsthour: one begins with %s and has 64 hexadecimal digits."
                            .formatted(PREFIX));
        }
        var found = find(hash(secret));
        if (found.isEmpty()) {
            return new Reading.Refused(
                    "This token is not known here, was withdrawn, or ended with its member's"
                            + " deactivation. Make another one under Account.");
        }
        var now = clock.instant();
        if (found.get().token().isExpired(now)) {
            return new Reading.Refused("This token has expired. Make another one under Account.");
        }
        use(found.get().token(), now);
        return new Reading.Accepted(found.get());
    }

    /// Whether a token that was accepted still is: for an answer that goes on for long.
    public boolean stands(Bearer bearer) {
        return rows.findById(bearer.token().id())
                .filter(row -> row.withdrawnAt() == null)
                .flatMap(this::bearer)
                .filter(now -> !now.token().isExpired(clock.instant()))
                .filter(now -> now.member().role() == bearer.member().role())
                .isPresent();
    }

    /// Without those that ended with a deactivation.
    private List<ApiTokenRow> standing(long memberId) {
        return rows.listStanding(memberId).stream()
                .filter(row -> members.findActiveSince(memberId, row.madeAt()).isPresent())
                .toList();
    }

    private Optional<Bearer> find(String hash) {
        return rows.findStanding(hash).flatMap(this::bearer);
    }

    private Optional<Bearer> bearer(ApiTokenRow row) {
        return members.findActiveSince(row.memberId(), row.madeAt())
                .map(member -> new Bearer(row.token(member.role()), member));
    }

    private void use(ApiToken token, Instant now) {
        var before = now.minus(BETWEEN_USES);
        if (token.lastUsedAt().filter(last -> last.isAfter(before)).isEmpty()) {
            rows.use(token.id(), now, before);
        }
    }

    private static Optional<Outcome> problem(
            Member member, String name, Set<Scope> scopes, int days) {
        if (name.isEmpty() || name.length() > MOST_NAME) {
            return refused("name", t("A name has 1 to {0} characters.", MOST_NAME));
        }
        if (scopes.isEmpty()) {
            return refused("scopes", t("Choose what it may be used for."));
        }
        var beyond =
                scopes.stream()
                        .filter(scope -> !member.role().includes(scope.needed()))
                        .findFirst();
        if (beyond.isPresent()) {
            return refused(
                    "scopes",
                    t(
                            "“{0}” needs the role of {1}.",
                            beyond.get().label(), beyond.get().needed().label()));
        }
        return days < 0 || days > MOST_DAYS
                ? refused("days", t("Choose one of the offered times."))
                : Optional.empty();
    }

    private static Optional<Outcome> refused(String field, String message) {
        return Optional.of(new Outcome.Refused(field, message));
    }

    private String secret() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + HexFormat.of().formatHex(bytes);
    }

    private static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
