package firsthour.web.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.web.reference.ReferenceView.Field;
import firsthour.web.reference.ReferenceView.Group;
import firsthour.web.reference.ReferenceView.Request;
import firsthour.web.reference.ReferenceView.Shape;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads the document of the REST interface as the page shows it.
@Singleton
final class OpenApi {
    private static final String RESOURCE = "/META-INF/swagger/firsthour-v1.json";
    private static final String SCOPE = "scope ";
    private static final String SHAPES = "#/components/schemas/";

    private final List<Group> groups;
    private final List<Shape> shapes;

    OpenApi(ObjectMapper json) {
        try (InputStream content = OpenApi.class.getResourceAsStream(RESOURCE)) {
            if (content == null) {
                throw new IllegalStateException("There is no " + RESOURCE);
            }
            var document = json.readTree(content);
            groups = groups(document.path("paths"));
            shapes = shapes(document.path("components").path("schemas"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Requests by what they are about.
    List<Group> listGroups() {
        return groups;
    }

    /// Shapes of bodies and answers by name.
    List<Shape> listShapes() {
        return shapes;
    }

    private static List<Group> groups(JsonNode paths) {
        Map<String, List<Request>> byTag = new LinkedHashMap<>();
        paths.properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method ->
                                        byTag.computeIfAbsent(
                                                        method.getValue()
                                                                .path("tags")
                                                                .path(0)
                                                                .asText(),
                                                        _ -> new ArrayList<>())
                                                .add(
                                                        request(
                                                                method.getKey(),
                                                                path.getKey(),
                                                                method.getValue()))));
        return byTag.entrySet().stream()
                .map(tag -> new Group(tag.getKey(), List.copyOf(tag.getValue())))
                .toList();
    }

    private static Request request(String method, String path, JsonNode operation) {
        return new Request(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(),
                scope(operation.path("tags")),
                elements(operation.path("parameters")).map(OpenApi::parameter).toList(),
                shape(content(operation.path("requestBody"))),
                shape(content(operation.path("responses").path("200"))));
    }

    /// The document's version has no place for it but a tag.
    private static String scope(JsonNode tags) {
        return elements(tags)
                .map(JsonNode::asText)
                .filter(tag -> tag.startsWith(SCOPE))
                .map(tag -> tag.substring(SCOPE.length()))
                .findFirst()
                .orElse("");
    }

    private static JsonNode content(JsonNode of) {
        return of.path("content").path("application/json").path("schema");
    }

    private static Field parameter(JsonNode parameter) {
        var schema = parameter.path("schema");
        return new Field(
                parameter.path("name").asText(),
                type(schema) + (parameter.path("in").asText().equals("header") ? ", a header" : ""),
                shape(schema),
                false,
                parameter.path("required").asBoolean(),
                parameter.path("description").asText());
    }

    private static List<Shape> shapes(JsonNode schemas) {
        var byName = new TreeMap<String, Shape>();
        schemas.properties()
                .forEach(schema ->
                        byName.put(schema.getKey(), shape(schema.getKey(), schema.getValue())));
        return List.copyOf(byName.values());
    }

    private static Shape shape(String name, JsonNode schema) {
        var required = elements(schema.path("required")).map(JsonNode::asText).toList();
        return new Shape(
                name,
                schema.path("description").asText(),
                schema.path("properties").properties().stream()
                        .map(field ->
                                new Field(
                                        field.getKey(),
                                        type(field.getValue()),
                                        shape(field.getValue()),
                                        field.getValue().path("nullable").asBoolean(),
                                        required.contains(field.getKey()),
                                        field.getValue().path("description").asText()))
                        .toList(),
                elements(schema.path("enum")).map(JsonNode::asText).toList());
    }

    /// The shape that a schema, or the members of its array, refer to; empty where they are plain.
    private static String shape(JsonNode schema) {
        for (var place :
                List.of(
                        schema,
                        schema.path("items"),
                        schema.path("allOf").path(0),
                        schema.path("anyOf").path(0),
                        schema.path("oneOf").path(0))) {
            var reference = place.path("$ref").asText();
            if (reference.startsWith(SHAPES)) {
                return reference.substring(SHAPES.length());
            }
        }
        return "";
    }

    private static String type(JsonNode schema) {
        var plain = schema.path("type").asText("object");
        var format = schema.path("format").asText();
        var words =
                switch (plain) {
                    case "integer" -> "whole number";
                    case "number" -> "number";
                    case "boolean" -> "true or false";
                    case "array" ->
                            shape(schema).isEmpty()
                                    ? "list of " + type(schema.path("items"))
                                    : "list of";
                    case "string" ->
                            switch (format) {
                                case "date-time" -> "time";
                                case "date" -> "day";
                                default -> "text";
                            };
                    default -> "";
                };
        return words;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
