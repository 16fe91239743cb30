package firsthour.web.policies;

import firsthour.web.policies.PoliciesView.Choice;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// A policy that is written.
///
/// @param number [firsthour.clocks.Policy#NEW] for a new one
/// @param everything whether it has no conditions
/// @param targets one for each kind of word
@Introspected
public record PolicyView(
        long brandId,
        String brand,
        int revision,
        int number,
        boolean everything,
        PolicyFields typed,
        List<TargetField> targets,
        List<Choice> sources,
        List<Choice> languages,
        List<Choice> calendars,
        List<Choice> units,
        FormErrors errors) {

    /// The fields of a target.
    ///
    /// @param field name of the amount; the others' begin with it
    public record TargetField(String field, String label, String meaning) {}

    /// Where the form is sent.
    public String path() {
        return "/brands/" + brandId + "/policies/" + (number < 0 ? "new" : "" + number);
    }
}
