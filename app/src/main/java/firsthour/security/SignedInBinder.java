package firsthour.security;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Lets a controller ask who is there by taking a [SignedIn].
@Singleton
public final class SignedInBinder implements TypedRequestArgumentBinder<SignedIn> {
    @Override
    public Argument<SignedIn> argumentType() {
        return Argument.of(SignedIn.class);
    }

    @Override
    public BindingResult<SignedIn> bind(
            ArgumentConversionContext<SignedIn> context, HttpRequest<?> request) {
        return () -> of(request);
    }

    /// Who asks; empty when nobody is signed in.
    public static Optional<SignedIn> of(HttpRequest<?> request) {
        return request.getAttribute(SecurityFilter.AUTHENTICATION, Authentication.class)
                .map(authentication -> authentication.getAttributes().get(Sessions.SIGNED_IN))
                .map(SignedIn.class::cast);
    }
}
