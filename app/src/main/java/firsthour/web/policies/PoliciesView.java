package firsthour.web.policies;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a brand promises.
///
/// @param revision that is shown
/// @param standard whether nobody has changed it yet
/// @param calendars whether there are any
@Introspected
public record PoliciesView(
        long brandId,
        String brand,
        int revision,
        boolean standard,
        List<Card> cards,
        boolean calendars,
        Trial trial) {

    /// A policy.
    ///
    /// @param applies to what, in words
    /// @param hours the calendar; null where it has none
    /// @param everything the last one, without conditions
    /// @param promises in words, by kind
    public record Card(
            int number,
            String name,
            String applies,
            @Nullable String hours,
            boolean enabled,
            boolean everything,
            boolean first,
            List<Line> promises) {}

    /// One promise.
    ///
    /// @param within "1 h", "none"
    public record Line(String kind, String within, boolean business) {}

    /// "If a post came at …, when would it be due?"
    ///
    /// @param at as a browser's field for date and time has it
    /// @param answer null before it was asked
    public record Trial(
            String at,
            String source,
            String language,
            String severity,
            List<Choice> sources,
            List<Choice> languages,
            FormErrors errors,
            @Nullable Answer answer) {}

    /// What it would be promised.
    ///
    /// @param policy that counts; null where none does
    public record Answer(@Nullable String policy, List<Due> dues) {}

    /// A deadline that would be.
    public record Due(String kind, String receipt) {}

    /// Something that can be chosen.
    public record Choice(String value, String words) {}
}
