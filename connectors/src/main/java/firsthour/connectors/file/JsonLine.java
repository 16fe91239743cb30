package firsthour.connectors.file;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/// One post as JSON: a line of a JSON Lines file, or an object that another system sent. A number
/// where a text is due is taken as its digits.
@JsonIgnoreProperties(ignoreUnknown = true)
record JsonLine(
        @Nullable String id,
        @Nullable String text,
        @Nullable String author,
        @Nullable String url,
        @Nullable String publishedAt,
        @Nullable String source,
        @Nullable String title,
        @Nullable String rating,
        @Nullable String lang,
        @Nullable String followers,
        @Nullable String inReplyTo) {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /// Jackson's own messages quote the line, which may hold a customer's words; so ours do not.
    static Entry entry(String line) throws BadRow {
        JsonNode tree;
        try {
            tree = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new BadRow(
                    "The line is not valid JSON"
                            + (at == null ? "" : ", at column " + at.getColumnNr())
                            + ". Write one object on each line.");
        }
        if (!tree.isObject()) {
            throw new BadRow("The line is not one JSON object. Write one object on each line.");
        }
        return entry(tree);
    }

    /// @param object a JSON object
    static Entry entry(JsonNode object) throws BadRow {
        JsonLine parsed = parse(object);
        Entry entry = new Entry();
        put(entry, Field.ID, parsed.id);
        put(entry, Field.TEXT, parsed.text);
        put(entry, Field.AUTHOR, parsed.author);
        put(entry, Field.URL, parsed.url);
        put(entry, Field.PUBLISHED_AT, parsed.publishedAt);
        put(entry, Field.SOURCE, parsed.source);
        put(entry, Field.TITLE, parsed.title);
        put(entry, Field.RATING, parsed.rating);
        put(entry, Field.LANG, parsed.lang);
        put(entry, Field.FOLLOWERS, parsed.followers);
        put(entry, Field.IN_REPLY_TO, parsed.inReplyTo);
        return entry;
    }

    private static JsonLine parse(JsonNode tree) throws BadRow {
        try {
            return JSON.treeToValue(tree, JsonLine.class);
        } catch (JsonMappingException e) {
            String field = e.getPath().stream().map(r -> r.getFieldName()).findFirst().orElse("?");
            throw new BadRow("The field `" + field + "` is neither text nor number.");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree has no syntax to be wrong
        }
    }

    private static void put(Entry entry, Field field, @Nullable String value) {
        if (value != null) {
            entry.put(field, value);
        }
    }
}
