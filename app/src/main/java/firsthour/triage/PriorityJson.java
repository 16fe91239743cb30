package firsthour.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;

/// Stores and reads the reasons of a priority.
@Singleton
class PriorityJson {
    private static final TypeReference<List<Priority.Reason>> REASONS = new TypeReference<>() {};

    private final ObjectMapper json;

    PriorityJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Priority priority) {
        try {
            return json.writeValueAsString(priority.reasons());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A priority cannot be written", e);
        }
    }

    Priority read(int points, String reasons) {
        try {
            return new Priority(points, json.readValue(reasons, REASONS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The reasons of a priority cannot be read", e);
        }
    }
}
