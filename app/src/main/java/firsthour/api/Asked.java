package firsthour.api;

import firsthour.security.ApiTokens.Bearer;
import firsthour.security.BearerBinder;
import firsthour.triage.Actor;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request that changes something.
final class Asked {
    private static final String KEY = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[!-~]{1,100}");

    private final Bearer bearer;
    private final byte[] body;
    private final Optional<String> key;
    private final String fingerprint;

    private Asked(Bearer bearer, byte[] body, Optional<String> key, String fingerprint) {
        this.bearer = bearer;
        this.body = body;
        this.key = key;
        this.fingerprint = fingerprint;
    }

    /// @throws Refused when the key cannot be one
    static Asked of(HttpRequest<?> request, byte @Nullable [] body) {
        var key = Optional.ofNullable(request.getHeaders().get(KEY));
        if (key.isPresent() && !FORM.matcher(key.get()).matches()) {
            throw Refused.field(KEY, "Give 1 to 100 visible ASCII characters.");
        }
        var sent = body == null ? new byte[0] : body;
        return new Asked(bearer(request), sent, key, digest(request, sent));
    }

    Bearer bearer() {
        return bearer;
    }

    /// As it came.
    byte[] body() {
        return body;
    }

    /// By which a repeated request is known.
    Optional<String> key() {
        return key;
    }

    /// Tells requests apart: SHA-256 of method, address and body.
    String fingerprint() {
        return fingerprint;
    }

    Actor actor() {
        return new Actor(memberId(), bearer.member().role());
    }

    long memberId() {
        return bearer.member().id();
    }

    /// With which token is asked. It is no argument of the controllers' methods, which would make
    /// it a field of the body in the OpenAPI document.
    static Bearer bearer(HttpRequest<?> request) {
        return BearerBinder.of(request)
                .orElseThrow(() -> new IllegalStateException("Nobody gets here without a token"));
    }

    private static String digest(HttpRequest<?> request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethodName() + " " + request.getPath() + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
