package firsthour.connectors.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which column holds which field.
final class Columns {
    private final Map<Field, Integer> places;
    private final int width;

    private Columns(Map<Field, Integer> places, int width) {
        this.places = places;
        this.width = width;
    }

    /// What came of a header.
    sealed interface Mapping {
        record Mapped(Columns columns) implements Mapping {}

        /// A map that does not fit the header.
        ///
        /// @param message names the columns that there are
        record Wrong(String message) implements Mapping {}
    }

    /// Follows the given map, and guesses what it leaves out from the names of the columns.
    static Mapping of(List<String> header, Map<String, String> given) {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (Map.Entry<String, String> pair : given.entrySet()) {
            Optional<Field> field = Field.find(pair.getKey());
            if (field.isEmpty()) {
                return wrong(
                        "There is no field `" + pair.getKey() + "`; there are " + Field.labels(),
                        header);
            }
            List<Integer> at = find(header, pair.getValue());
            if (at.size() != 1) {
                return wrong(
                        (at.isEmpty() ? "There is no column `" : "There are several columns `")
                                + pair.getValue()
                                + "`",
                        header);
            }
            places.put(field.get(), at.getFirst());
        }
        guess(header, places);
        return missing(places)
                .map(message -> wrong(message, header))
                .orElseGet(() -> new Mapping.Mapped(new Columns(places, header.size())));
    }

    Entry entry(List<String> cells) throws BadRow {
        if (cells.size() < width || hasMore(cells)) {
            throw new BadRow(
                    "The row has "
                            + cells.size()
                            + " columns and the header "
                            + width
                            + ". Put a text that holds the separator between quotation marks.");
        }
        Entry entry = new Entry();
        places.forEach((field, at) -> entry.put(field, cells.get(at)));
        return entry;
    }

    /// Empty cells at the end are a habit of spreadsheets, and harmless.
    private boolean hasMore(List<String> cells) {
        return cells.stream().skip(width).anyMatch(cell -> !cell.isBlank());
    }

    private static List<Integer> find(List<String> header, String name) {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equalsIgnoreCase(name.strip())) {
                at.add(i);
            }
        }
        return at;
    }

    private static void guess(List<String> header, Map<Field, Integer> places) {
        for (Field field : Field.values()) {
            if (!places.containsKey(field)) {
                IntStream.range(0, header.size())
                        .filter(i -> !places.containsValue(i))
                        .filter(i -> field.fit(header.get(i)).isPresent())
                        .boxed()
                        .min(Comparator.comparing(i -> field.fit(header.get(i)).orElseThrow()))
                        .ifPresent(i -> places.put(field, i));
            }
        }
    }

    private static Optional<String> missing(Map<Field, Integer> places) {
        if (!places.containsKey(Field.TEXT) && !places.containsKey(Field.RATING)) {
            return Optional.of("No column looks like the text. Say which, --map text=COLUMN");
        }
        if (!places.containsKey(Field.PUBLISHED_AT)) {
            return Optional.of(
                    "No column looks like the date. Say which, --map publishedAt=COLUMN");
        }
        return Optional.empty();
    }

    private static Mapping wrong(String what, List<String> header) {
        return new Mapping.Wrong(
                what
                        + ". The columns are "
                        + header.stream()
                                .map(name -> "`" + name.strip() + "`")
                                .collect(Collectors.joining(", "))
                        + ". Nothing was imported.");
    }
}
