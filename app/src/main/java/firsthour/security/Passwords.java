package firsthour.security;

import static firsthour.language.Texts.t;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Argon2id with 19 MiB and two passes, as the OWASP cheat sheet on password storage advises.
@Singleton
public final class Passwords {
    /// The fewest characters of a password.
    public static final int SHORTEST = 12;

    private static final int LONGEST = 200;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /// Letters and digits that are not taken for one another.
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Argon2Function argon2 =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final SecureRandom random = new SecureRandom();

    /// Many sign-ins at once must not take all memory.
    private final Semaphore seats = new Semaphore(4);

    /// Nobody's password: it takes the time of a real check when there is nobody to check.
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /// What is stored, with its salt and its cost.
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return seated(() -> Password.hash(password).addSalt(salt).with(argon2).getResult());
    }

    boolean matches(String password, String hash) {
        return seated(() ->
                Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /// As slow as [#matches], so that the time tells nothing about who has an account.
    void matchNobody(String password) {
        matches(password, NOBODY);
    }

    /// What is wrong with a password that somebody wants to have; empty when it is fine.
    public Optional<String> problem(String password, String email) {
        if (password.length() < SHORTEST) {
            return Optional.of(
                    t("Use at least 12 characters. A sentence is easy to keep in mind."));
        }
        if (password.length() > LONGEST) {
            return Optional.of(t("Use at most 200 characters."));
        }
        if (password.strip()
                .toLowerCase(Locale.ROOT)
                .equals(email.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of(t("The e-mail address cannot be the password."));
        }
        return Optional.empty();
    }

    /// A password that can be read out: five groups of four, 99 bits.
    public String generate() {
        return groups(5);
    }

    /// A code that is typed once: three groups of four, 59 bits.
    String generateCode() {
        return groups(3);
    }

    private String groups(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count * 4; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
        }
        return text.toString();
    }

    private <T> T seated(Supplier<T> work) {
        seats.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            seats.release();
        }
    }
}
