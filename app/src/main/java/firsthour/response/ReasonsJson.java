package firsthour.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/// Stores and reads why findings are let stand.
@Singleton
class ReasonsJson {
    private static final TypeReference<Map<String, String>> REASONS = new TypeReference<>() {};

    private final ObjectMapper json;

    ReasonsJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Map<String, String> reasons) {
        var given = new HashMap<String, String>();
        reasons.forEach((key, reason) -> {
            if (!reason.isBlank()) {
                given.put(key, reason.strip());
            }
        });
        try {
            return json.writeValueAsString(given);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons cannot be written", e);
        }
    }

    Map<String, String> read(String stored) {
        try {
            return json.readValue(stored, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons cannot be read", e);
        }
    }
}
