package firsthour.connectors.file;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/// One line of a JSON Lines file. A number where a text is due is taken as its digits.
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
    private static final ObjectReader READER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonLine.class);

    static Entry entry(String line) throws BadRow {
        JsonLine parsed = parse(line);
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

    /// Jackson's own messages quote the line, which may hold a customer's words; so ours do not.
    private static JsonLine parse(String line) throws BadRow {
        try {
            JsonLine parsed = READER.readValue(line);
            if (parsed == null) {
                throw new BadRow("The line is `null` and not a JSON object.");
            }
            return parsed;
        } catch (JsonMappingException e) {
            throw new BadRow(
                    e.getPath().isEmpty()
                            ? "The line is not one JSON object. Write one object on each line."
                            : "The field `"
                                    + e.getPath().getFirst().getFieldName()
                                    + "` is neither text nor number.");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new BadRow(
                    "The line is not valid JSON"
                            + (at == null ? "" : ", at column " + at.getColumnNr())
                            + ". Write one object on each line.");
        }
    }

    private static void put(Entry entry, Field field, @Nullable String value) {
        if (value != null) {
            entry.put(field, value);
        }
    }
}
