package firsthour.security;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

@Factory
final class AllowedHostsFactory {
    /// For the one way out to other hosts, which knows nothing of members and tables.
    @Singleton
    @Named("allowed-hosts")
    Predicate<String> allowedHosts(AllowedHosts hosts) {
        return hosts::allows;
    }
}
