package firsthour.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Changes a part of a JSON document.
final class GarbledJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Stands in the tree where something is to be that no tree can hold.
    private static final String ODDITY = "@ODDITY@";

    private GarbledJson() {}

    /// Where a value stands: in an object by name, or in an array by number.
    private record Place(JsonNode parent, String name, int number) {
        JsonNode value() {
            return parent.isObject() ? parent.path(name) : parent.path(number);
        }

        void put(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else {
                ((ArrayNode) parent).set(number, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(name);
            } else {
                ((ArrayNode) parent).remove(number);
            }
        }
    }

    static String change(JsonNode tree, Garble.Flaw.Part part) {
        List<Place> places = new ArrayList<>();
        collect(tree, places);
        Place place = places.get(part.at() % places.size());
        switch (part.change()) {
            case REMOVE -> place.remove();
            case REPLACE -> place.put(NODES.textNode(ODDITY));
            case REPLACE_ALIKE -> {
                List<String> alike = alike(place.value());
                place.put(NODES.textNode(ODDITY));
                return whole(tree, alike.get(part.other() % alike.size()));
            }
            case RENAME -> {
                JsonNode value = place.value();
                place.remove();
                if (place.parent instanceof ObjectNode object) {
                    object.set(place.name + "s", value);
                }
            }
            case REPEAT -> {
                if (place.parent instanceof ArrayNode array) {
                    array.insert(place.number, place.value().deepCopy());
                } else {
                    place.put(NODES.arrayNode().add(place.value()).add(place.value().deepCopy()));
                }
            }
            case REPEAT_ID -> repeat(places, place, part.other());
            case WRAP -> place.put(NODES.arrayNode().add(place.value()));
            case SWAP -> place.put(swapped(place.value()));
            case UNWRAP -> {
                JsonNode value = place.value();
                place.put(value.isEmpty() ? NODES.nullNode() : value.iterator().next());
            }
        }
        return whole(tree, part.oddity());
    }

    private static String whole(JsonNode tree, String oddity) {
        return tree.toString().replace("\"" + ODDITY + "\"", oddity);
    }

    /// Oddities of the same kind: another kind mostly makes the whole unreadable.
    private static List<String> alike(JsonNode value) {
        return Oddities.VALUES.stream()
                .filter(oddity ->
                        switch (value) {
                            case ArrayNode _ -> oddity.startsWith("[");
                            case ObjectNode _ -> oddity.startsWith("{");
                            default ->
                                    value.isTextual()
                                            ? oddity.startsWith("\"")
                                            : oddity.matches("-?[0-9]+|true|null");
                        })
                .toList();
    }

    /// The value of the same name elsewhere: an id of another post, mostly.
    private static void repeat(List<Place> places, Place place, int other) {
        List<Place> alike = places.stream().filter(p -> p.name.equals(place.name)).toList();
        place.put(alike.get(other % alike.size()).value().deepCopy());
    }

    private static JsonNode swapped(JsonNode value) {
        return switch (value) {
            case ArrayNode array -> {
                ObjectNode object = NODES.objectNode();
                for (int i = 0; i < array.size(); i++) {
                    object.set(String.valueOf(i), array.get(i));
                }
                yield object;
            }
            case ObjectNode object -> {
                ArrayNode array = NODES.arrayNode();
                object.forEach(array::add);
                yield array;
            }
            default ->
                    value.isTextual()
                            ? NODES.numberNode(value.asText().length())
                            : NODES.textNode(value.asText());
        };
    }

    private static void collect(JsonNode node, List<Place> into) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> into.add(new Place(object, name, -1)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                into.add(new Place(array, "", i));
            }
        }
        node.forEach(child -> collect(child, into));
    }
}
