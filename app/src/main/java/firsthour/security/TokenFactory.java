package firsthour.security;

import firsthour.secrets.Secrets;
import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Base64;

/// The key of tokens comes out of the installation's key: nothing else has to be configured.
@Factory
final class TokenFactory {
    /// The name under which the generator of tokens looks for its signature. Declared by its
    /// interface: the class carries an annotation that would tie the bean to configuration files.
    @Singleton
    @Named("generator")
    SignatureGeneratorConfiguration signature(Secrets secrets) {
        var configuration = new SecretSignatureConfiguration("generator");
        configuration.setBase64(true);
        configuration.setSecret(Base64.getEncoder().encodeToString(secrets.derive("token", 32)));
        return new SecretSignature(configuration);
    }
}
