package firsthour.security;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.jwt.validator.DefaultJwtAuthenticationFactory;
import io.micronaut.security.token.jwt.validator.JwtAuthenticationFactory;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Optional;

/// Turns a token whose signature and expiry were checked into the member it stands for.
@Singleton
@Replaces(DefaultJwtAuthenticationFactory.class)
final class MemberAuthentication implements JwtAuthenticationFactory {
    private final Sessions sessions;

    MemberAuthentication(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Authentication> createAuthentication(JWT token) {
        if (!(token instanceof SignedJWT)) {
            // Micronaut accepts unsigned tokens when it knows no signature. We never do.
            return Optional.empty();
        }
        try {
            return sessions.resume(token.getJWTClaimsSet().getClaims());
        } catch (ParseException e) {
            // Signed by us and yet no claims: nobody is signed in by it.
            return Optional.empty();
        }
    }
}
