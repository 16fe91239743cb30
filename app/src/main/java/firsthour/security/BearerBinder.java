package firsthour.security;

import firsthour.security.ApiTokens.Bearer;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Lets a controller ask with which token a program asks by taking a [Bearer].
@Singleton
public final class BearerBinder implements TypedRequestArgumentBinder<Bearer> {
    static final String BEARER = "bearer";

    @Override
    public Argument<Bearer> argumentType() {
        return Argument.of(Bearer.class);
    }

    @Override
    public BindingResult<Bearer> bind(
            ArgumentConversionContext<Bearer> context, HttpRequest<?> request) {
        return () -> of(request);
    }

    /// With which token is asked; empty when with none.
    public static Optional<Bearer> of(HttpRequest<?> request) {
        return request.getAttribute(SecurityFilter.AUTHENTICATION, Authentication.class)
                .map(authentication -> authentication.getAttributes().get(BEARER))
                .map(Bearer.class::cast);
    }
}
