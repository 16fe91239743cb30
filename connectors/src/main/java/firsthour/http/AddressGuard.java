package firsthour.http;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the address that the connection is then made to, and gives only public ones. Because the
/// lookup and the connection are one step, a name that resolves differently the second time gains
/// nothing.
final class AddressGuard extends AddressResolverGroup<InetSocketAddress> {

    /// Finds all addresses of a name or of an address in text.
    interface Lookup {
        List<InetAddress> find(String host) throws UnknownHostException;
    }

    /// A host that leads only to addresses that are not public.
    static final class Forbidden extends IOException {
        private static final long serialVersionUID = 1L;

        Forbidden(String detail) {
            super(detail);
        }
    }

    private final Predicate<String> allowed;
    private final Lookup lookup;

    AddressGuard(Predicate<String> allowed, Lookup lookup) {
        this.allowed = allowed;
        this.lookup = lookup;
    }

    static List<InetAddress> ask(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    /// @param host as it stands in an address: a name, an IPv4 or a bracketed IPv6 address
    InetAddress choose(String host) throws IOException {
        String plain = plain(host);
        List<InetAddress> found = lookup.find(plain);
        Stream<InetAddress> usable =
                allowed.test(plain) ? found.stream() : found.stream().filter(PublicAddress::is);
        return usable.findFirst()
                .orElseThrow(() ->
                        new Forbidden(
                                plain
                                        + " leads to a private or reserved address. If"
                                        + " that is meant, allow the host by name."));
    }

    static String plain(String host) {
        String bare =
                host.startsWith("[") && host.endsWith("]")
                        ? host.substring(1, host.length() - 1)
                        : host;
        String undotted = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        return undotted.toLowerCase(Locale.ROOT);
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new AbstractAddressResolver<>(executor, InetSocketAddress.class) {
            // Never: an address that came without a lookup must be judged as well.
            @Override
            protected boolean doIsResolved(InetSocketAddress address) {
                return false;
            }

            @Override
            protected void doResolve(
                    InetSocketAddress address, Promise<InetSocketAddress> promise) {
                // The JDK's lookup blocks, and must not block the loop that serves other requests.
                Thread.ofVirtual().name("lookup").start(() -> answer(address, promise));
            }

            @Override
            protected void doResolveAll(
                    InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
                promise.setFailure(new UnsupportedOperationException("One address is enough"));
            }
        };
    }

    private void answer(InetSocketAddress address, Promise<InetSocketAddress> promise) {
        try {
            InetAddress chosen = choose(address.getHostString());
            promise.trySuccess(new InetSocketAddress(chosen, address.getPort()));
        } catch (IOException | RuntimeException e) {
            promise.tryFailure(e);
        }
    }
}
