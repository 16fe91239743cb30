package firsthour.connectors.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Puts lines together to records, as a quoted text may span several, and hands each to commons-csv
/// alone: so a record that is broken spoils itself and not the rest of the file.
final class CsvRecords {
    /// The cells of a record, or what is wrong with it.
    sealed interface Piece {
        long line();

        record Cells(long line, List<String> cells) implements Piece {}

        record Broken(long line, String reason) implements Piece {}
    }

    private final Lines lines;
    private final CSVFormat format;
    private final char delimiter;

    /// Lines that were read in search of a closing quotation mark that never came.
    private final Deque<Lines.Line> returned = new ArrayDeque<>();

    CsvRecords(Lines lines, Lines.Line header) {
        this.lines = lines;
        this.delimiter = delimiter(header.text());
        this.format = CSVFormat.Builder.create().setDelimiter(delimiter).get();
        returned.push(header);
    }

    Optional<Piece> next() throws IOException {
        Optional<Lines.Line> first = line();
        while (first.isPresent() && first.get().isBlank()) {
            first = line();
        }
        return first.isEmpty() ? Optional.empty() : Optional.of(record(first.get()));
    }

    private Piece record(Lines.Line first) throws IOException {
        List<Lines.Line> taken = new ArrayList<>(List.of(first));
        Quotes quotes = new Quotes(delimiter);
        quotes.read(first.text());
        long length = first.text().length();
        while (quotes.open() && !first.cut() && length <= Lines.LONGEST) {
            Optional<Lines.Line> more = line();
            if (more.isEmpty()) {
                break;
            }
            taken.add(more.get());
            quotes.read("\n" + more.get().text());
            length += more.get().text().length() + 1;
        }
        if (taken.stream().anyMatch(Lines.Line::cut)) {
            return new Piece.Broken(
                    first.number(),
                    "The line is longer than " + Lines.LONGEST + " characters. Shorten it.");
        }
        if (quotes.open()) {
            giveBack(taken);
            return new Piece.Broken(
                    first.number(),
                    "A quotation mark opens here and is not closed. Double those within a text.");
        }
        return cells(taken);
    }

    private Piece cells(List<Lines.Line> taken) {
        long number = taken.getFirst().number();
        if (taken.stream().anyMatch(Lines.Line::hasBadBytes)) {
            return new Piece.Broken(number, FileImport.BAD_BYTES);
        }
        String text = String.join("\n", taken.stream().map(Lines.Line::text).toList());
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return new Piece.Cells(number, List.copyOf(records.getFirst().toList()));
        } catch (IOException | UncheckedIOException e) {
            giveBack(taken);
            return new Piece.Broken(
                    number,
                    "The quotation marks do not pair. Double those within a text, and put the"
                            + " whole text between two.");
        }
    }

    /// All but the first line are read again: each may be a good record of its own.
    private void giveBack(List<Lines.Line> taken) {
        taken.subList(1, taken.size()).reversed().forEach(returned::push);
    }

    private Optional<Lines.Line> line() throws IOException {
        return returned.isEmpty() ? lines.next() : Optional.of(returned.pop());
    }

    /// The likeliest of comma, semicolon and tab: the one that the header has most of.
    private static char delimiter(String header) {
        String bare = header.replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(bare, candidate) > count(bare, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /// Follows quotation marks through a record, as commons-csv will.
    private static final class Quotes {
        private final char delimiter;
        private boolean inside;
        private boolean fresh = true;

        Quotes(char delimiter) {
            this.delimiter = delimiter;
        }

        boolean open() {
            return inside;
        }

        void read(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (inside) {
                    if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        i++;
                    } else if (c == '"') {
                        inside = false;
                    }
                } else {
                    inside = c == '"' && fresh;
                    fresh = c == delimiter;
                }
            }
        }
    }
}
