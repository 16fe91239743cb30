package firsthour.web.channels;

import firsthour.alerts.AlertRules;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What is typed to add a channel.
///
/// @param address a secret: never shown again
/// @param brand the id of a brand; 0 for all
@Introspected
record ChannelForm(
        @Nullable String name,
        @Nullable String address,
        @Nullable String minPriority,
        @Nullable Long brand) {

    static ChannelForm empty() {
        return new ChannelForm("", "", String.valueOf(AlertRules.USUAL_PRIORITY), 0L);
    }

    /// Everything but the address.
    ChannelForm withoutSecret() {
        return new ChannelForm(name, "", minPriority, brand);
    }
}
