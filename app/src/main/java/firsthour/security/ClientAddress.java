package firsthour.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;

/// From where a request comes. Behind a proxy that is told by the header that
/// `micronaut.server.client-address-header` names.
@Singleton
public final class ClientAddress {
    private final HttpClientAddressResolver addresses;

    ClientAddress(HttpClientAddressResolver addresses) {
        this.addresses = addresses;
    }

    /// The address as text; "unknown" when there is none.
    public String of(HttpRequest<?> request) {
        var address = addresses.resolve(request);
        return address == null ? "unknown" : address;
    }
}
