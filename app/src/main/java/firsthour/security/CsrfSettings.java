package firsthour.security;

import firsthour.secrets.Secrets;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.csrf.CsrfConfiguration;
import jakarta.inject.Singleton;
import java.time.temporal.TemporalAmount;
import java.util.Base64;
import java.util.Optional;

/// The key comes out of the installation's key, the cookie's name is the installation's own.
@Primary
@Singleton
final class CsrfSettings implements CsrfConfiguration {
    private static final int RANDOM_BYTES = 16;

    private final String key;
    private final String cookie;

    CsrfSettings(Secrets secrets, CookieNames names) {
        this.key = Base64.getEncoder().encodeToString(secrets.derive("csrf", 32));
        this.cookie = names.of("csrf");
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public int getRandomValueSize() {
        return RANDOM_BYTES;
    }

    @Override
    public String getSecretKey() {
        return key;
    }

    @Override
    public String getHeaderName() {
        return "X-CSRF-TOKEN";
    }

    @Override
    public String getHttpSessionName() {
        return getFieldName();
    }

    @Override
    public String getFieldName() {
        return "csrfToken";
    }

    @Override
    public String getCookieName() {
        return cookie;
    }

    @Override
    public Optional<String> getCookieDomain() {
        return Optional.empty();
    }

    @Override
    public Optional<String> getCookiePath() {
        return Optional.of("/");
    }

    @Override
    public Optional<Boolean> isCookieHttpOnly() {
        return Optional.of(true);
    }

    @Override
    public Optional<Boolean> isCookieSecure() {
        return Optional.empty();
    }

    @Override
    public Optional<TemporalAmount> getCookieMaxAge() {
        return Optional.empty();
    }

    @Override
    public Optional<SameSite> getCookieSameSite() {
        // With Strict the first form after a link from a chat would be refused.
        return Optional.of(SameSite.Lax);
    }
}
