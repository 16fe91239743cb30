package firsthour.web.policies;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;

/// The rules by which replies of a brand need a second look.
///
/// @param typed what stands in the form, by field
@Introspected
public record LookRulesView(
        long brandId,
        String brand,
        List<Line> rules,
        Map<String, String> typed,
        FormErrors errors) {

    /// One rule.
    ///
    /// @param applies to which replies, in words
    public record Line(long id, String name, String applies) {}

    public String path() {
        return "/brands/" + brandId + "/second-looks";
    }

    /// What was typed in a field; empty where nothing was.
    public String at(String field) {
        return typed.getOrDefault(field, "");
    }
}
