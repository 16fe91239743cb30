package firsthour.brand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Settings;
import firsthour.secrets.Secrets;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/// Writes down what a source is told, its secrets sealed, and reads it again.
@Singleton
class SealedSettings {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final Secrets secrets;
    private final ObjectMapper json;

    SealedSettings(Secrets secrets, ObjectMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    /// The settings that a network knows, as JSON.
    String write(Descriptor descriptor, Settings settings) {
        var values = new TreeMap<String, String>();
        for (var field : descriptor.fields()) {
            settings.find(field.name())
                    .ifPresent(value ->
                            values.put(field.name(), field.secret() ? secrets.seal(value) : value));
        }
        return write(values);
    }

    /// All settings, secrets in the clear.
    Settings open(Descriptor descriptor, Source source) {
        var values = read(source);
        for (var field : descriptor.fields()) {
            if (field.secret()) {
                values.computeIfPresent(field.name(), (_, sealed) -> secrets.open(sealed));
            }
        }
        return new Settings(values);
    }

    /// The settings without secrets.
    Settings shown(Descriptor descriptor, Source source) {
        var values = read(source);
        descriptor.fields().stream()
                .filter(Descriptor.Field::secret)
                .forEach(field -> values.remove(field.name()));
        return new Settings(values);
    }

    /// The same as JSON, equal for equal settings.
    String shownJson(Descriptor descriptor, Source source) {
        return write(new TreeMap<>(shown(descriptor, source).values()));
    }

    private String write(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(Source source) {
        try {
            return new TreeMap<>(json.readValue(source.settings(), VALUES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The settings of source " + source.id() + " are no JSON", e);
        }
    }
}
