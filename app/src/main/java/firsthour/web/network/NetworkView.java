package firsthour.web.network;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;

/// The hosts on private addresses that may be reached.
///
/// @param fixed those of the command line
/// @param typed what was typed to add one
@Introspected
public record NetworkView(List<String> fixed, List<Host> hosts, String typed, FormErrors errors) {
    /// One that was added here.
    public record Host(String name, Instant addedAt) {}
}
