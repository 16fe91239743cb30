package firsthour.security;

import static firsthour.language.Texts.t;

import firsthour.time.Clock;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Hosts that may be reached although they have a private address: those of the command line and
/// those that an admin added.
@Singleton
public class AllowedHosts {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int LONGEST = 253;
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9_]([a-z0-9._-]*[a-z0-9])?|[0-9a-f:.]*:[0-9a-f:.]*");

    private final Set<String> fixed;
    private final AllowedHostRows rows;
    private final Clock clock;
    private volatile Known known = new Known(Set.of(), Instant.MIN);

    AllowedHosts(
            @Value("${firsthour.allowed-hosts:}") List<String> fixed,
            AllowedHostRows rows,
            Clock clock) {
        this.fixed =
                fixed.stream()
                        .map(AllowedHosts::tidy)
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        this.rows = rows;
        this.clock = clock;
    }

    private record Known(Set<String> hosts, Instant at) {}

    /// Whether a host may be reached. What another node changed counts within five seconds.
    ///
    /// @param host a name or an address, without a port
    public boolean allows(String host) {
        var tidy = tidy(host);
        return fixed.contains(tidy) || stored().contains(tidy);
    }

    /// Those that were given on the command line, in alphabetical order.
    public List<String> listFixed() {
        return fixed.stream().sorted().toList();
    }

    /// Those that an admin added, in alphabetical order.
    public List<AllowedHost> list() {
        return rows.list();
    }

    /// Adds a host.
    ///
    /// @return what is wrong with it; empty when it is allowed now
    public Optional<String> add(String host) {
        var tidy = tidy(host);
        if (tidy.length() > LONGEST || !HOST.matcher(tidy).matches()) {
            return Optional.of(
                    t(
                            "Give one host name or address, without https:// and without a port, such as chat.example.internal or 10.0.0.12."));
        }
        rows.add(tidy, clock.instant());
        known = new Known(Set.of(), Instant.MIN);
        return Optional.empty();
    }

    /// Takes a host away; one that is not there is fine.
    public void remove(String host) {
        rows.remove(tidy(host));
        known = new Known(Set.of(), Instant.MIN);
    }

    private Set<String> stored() {
        var now = clock.instant();
        var current = known;
        if (current.at().isBefore(now.minus(REMEMBERED))) {
            var hosts =
                    rows.list().stream()
                            .map(AllowedHost::host)
                            .collect(Collectors.toUnmodifiableSet());
            current = new Known(hosts, now);
            known = current;
        }
        return current.hosts();
    }

    private static String tidy(String host) {
        var tidy = host.strip().toLowerCase(Locale.ROOT);
        if (tidy.startsWith("[") && tidy.endsWith("]")) {
            tidy = tidy.substring(1, tidy.length() - 1);
        }
        return tidy.endsWith(".") ? tidy.substring(0, tidy.length() - 1) : tidy;
    }
}
