package firsthour.web.channels;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All channels with their rules, and what was sent.
///
/// @param shownChannel the channel whose log is shown; 0 for all
/// @param form what stands in the fields of a new channel
@Introspected
public record ChannelsView(
        List<Card> channels,
        List<Choice> brands,
        List<Line> log,
        long shownChannel,
        Typed form,
        FormErrors errors) {

    /// What was typed to add a channel, without its address.
    public record Typed(String name, String minPriority, long brand) {}

    /// A brand to choose.
    public record Choice(long id, String name) {}

    /// One channel.
    ///
    /// @param address host and last four characters
    /// @param trouble what keeps it from sending, in words; null when nothing does
    /// @param on whether it sends: not switched off, not refused
    /// @param lastSentAt null when nothing was sent yet
    public record Card(
            long id,
            String name,
            String address,
            String state,
            boolean on,
            @Nullable String trouble,
            long waiting,
            long failed,
            @Nullable Instant lastSentAt,
            List<Rule> rules) {}

    /// One rule.
    ///
    /// @param ofCases whether cases have to be of a priority; sources have none
    /// @param brand the id of its brand; 0 for all
    public record Rule(
            long id,
            String words,
            boolean ofCases,
            boolean enabled,
            int minPriority,
            long brand,
            String brandName) {}

    /// One delivery.
    ///
    /// @param about what it told
    /// @param caseId the case it led to; 0 for none
    /// @param state in words
    /// @param next when it is tried again; null when it is not
    /// @param givenUp whether a person may send it again
    public record Line(
            long id,
            Instant at,
            String channel,
            String about,
            long caseId,
            String state,
            @Nullable Instant next,
            String answer,
            boolean givenUp) {}
}
