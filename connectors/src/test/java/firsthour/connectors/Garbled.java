package firsthour.connectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes answers that no honest server gives.
public final class Garbled {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> SNIPPETS =
            List.of(
                    "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
                    "<!ENTITY x SYSTEM \"file:///etc/passwd\">&x;",
                    "]]>",
                    "\u0000",
                    "\uFFFF",
                    "<entry>",
                    "\"",
                    "{",
                    "999999999999999999999999");

    private final Random random;

    public Garbled(long seed) {
        random = new Random(seed);
    }

    /// The body with a few things wrong in it.
    public String of(String body) {
        if (random.nextInt(8) == 0) {
            return characters(body);
        }
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (tree == null || !tree.isContainerNode()) {
                return characters(body);
            }
            for (int i = random.nextInt(4); i >= 0; i--) {
                spoil(tree);
            }
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            return characters(body); // not JSON
        }
    }

    private String characters(String body) {
        StringBuilder text = new StringBuilder(body);
        for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(40));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                default -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
            }
        }
        return text.toString();
    }

    private void spoil(JsonNode tree) {
        List<JsonNode> inner = new ArrayList<>();
        collect(tree, inner);
        JsonNode chosen = inner.get(random.nextInt(inner.size()));
        switch (chosen) {
            case ObjectNode object when !object.isEmpty() -> {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                String name = names.get(random.nextInt(names.size()));
                if (random.nextInt(4) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, oddity());
                }
            }
            case ArrayNode array when !array.isEmpty() -> {
                int at = random.nextInt(array.size());
                switch (random.nextInt(3)) {
                    case 0 -> array.remove(at);
                    case 1 -> array.insert(at, array.get(at).deepCopy());
                    default -> array.set(at, oddity());
                }
            }
            default -> {}
        }
    }

    private JsonNode oddity() {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(-1);
            case 3 -> NODES.numberNode(1e300);
            case 4 -> NODES.textNode("");
            case 5 -> NODES.textNode("x".repeat(200_000));
            case 6 -> NODES.textNode("\uD83D \u0000 \u202E not a date");
            case 7 -> NODES.booleanNode(true);
            case 8 -> NODES.arrayNode();
            case 9 -> NODES.arrayNode().addNull().add(7).add(NODES.objectNode());
            case 10 -> NODES.objectNode().put("id", random.nextInt());
            default -> NODES.textNode("9999-12-31T23:59:59Z");
        };
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
