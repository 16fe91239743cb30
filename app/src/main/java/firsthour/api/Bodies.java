package firsthour.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads bodies to the letter: what a program has misspelt or mistyped is told and not guessed.
@Singleton
final class Bodies {
    static final int MOST_BYTES = 100_000;
    static final String TOO_BIG = "The body has more than 100,000 bytes. Nothing was changed.";

    private static final String MISSING = "It is missing.";

    private final JsonMapper json =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            texts ->
                                    texts.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    /// Reads a body.
    ///
    /// @param shape a record whose names and types are those of the fields
    /// @throws Refused when the body is anything else
    <T> T read(byte @Nullable [] body, Class<T> shape) {
        if (body == null || body.length == 0) {
            throw Refused.body(HttpStatus.BAD_REQUEST, "Send a body: a JSON object.");
        }
        if (body.length > MOST_BYTES) {
            throw Refused.body(HttpStatus.REQUEST_ENTITY_TOO_LARGE, TOO_BIG);
        }
        try {
            T read = json.readValue(body, shape);
            if (read == null) {
                throw Refused.body(HttpStatus.BAD_REQUEST, "Send a JSON object, not null.");
            }
            requireAll(shape, read);
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw Refused.field(
                    path(e), "There is no such field; there are %s.".formatted(known(e)));
        } catch (InvalidFormatException e) {
            throw Refused.field(path(e), wanted(e));
        } catch (MismatchedInputException e) {
            throw e.getPath().isEmpty()
                    ? Refused.body(HttpStatus.BAD_REQUEST, words(e))
                    : Refused.field(path(e), words(e));
        } catch (JsonMappingException e) {
            throw Refused.field(path(e), "It cannot be read.");
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw Refused.body(
                    HttpStatus.BAD_REQUEST,
                    at == null
                            ? "This is no JSON."
                            : "This is no JSON: line %d, column %d."
                                    .formatted(at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can be read", e);
        }
    }

    /// What must be there is not there either where it is null.
    private static void requireAll(Class<?> shape, Object read) {
        for (var component : shape.getRecordComponents()) {
            var field = component.getAccessor().getAnnotation(JsonProperty.class);
            if (field != null && field.required() && value(component, read) == null) {
                throw Refused.field(component.getName(), MISSING);
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The records of this room can be read", e);
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String known(UnrecognizedPropertyException e) {
        Collection<Object> names = e.getKnownPropertyIds();
        return names == null
                ? "others"
                : names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String wanted(InvalidFormatException e) {
        var type = e.getTargetType();
        return type != null && type.isEnum()
                ? "Give one of %s."
                        .formatted(
                                Arrays.stream(type.getEnumConstants())
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", ")))
                : "Give " + kind(type) + ".";
    }

    /// A record lists what is missing in its creator; everything else is of another type.
    private static String words(MismatchedInputException e) {
        if (e.getOriginalMessage().startsWith("Missing required creator property")) {
            return MISSING;
        }
        return "Give " + kind(e.getTargetType()) + ".";
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "long", "int", "integer" -> "a whole number";
            case "double" -> "a number";
            case "string" -> "a text";
            case "boolean" -> "true or false";
            default -> type.isEnum() ? "one of its words" : "a JSON object";
        };
    }
}
