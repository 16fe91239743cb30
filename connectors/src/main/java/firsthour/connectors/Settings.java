package firsthour.connectors;

import java.util.Map;
import java.util.Optional;

/// One source's settings by field name, secrets in the clear: held in memory for a pull only.
public record Settings(Map<String, String> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    /// Finds a value; empty when it is absent or blank.
    public Optional<String> find(String field) {
        return Optional.ofNullable(values.get(field)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /// Names the fields, never a value: a secret must not reach a log.
    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
