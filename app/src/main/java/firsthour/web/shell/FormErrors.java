package firsthour.web.shell;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form that was sent, by field. The page that shows it again keeps what was
/// typed.
public record FormErrors(Map<String, String> byField) {
    /// Nothing is wrong.
    public static final FormErrors NONE = new FormErrors(Map.of());

    public FormErrors {
        byField = Map.copyOf(byField);
    }

    /// One thing is wrong.
    public static FormErrors of(String field, String message) {
        return new FormErrors(Map.of(field, message));
    }

    /// The message at a field; null when it is fine.
    public @Nullable String at(String field) {
        return byField.get(field);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }
}
