package firsthour.sentiment.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A tab-separated file with a line of headings, in UTF-8.
record Table(List<String> headings, List<List<String>> rows) {

    static Table read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            throw new IOException(file + " is empty; a line of headings was expected");
        }
        var headings = cells(lines.getFirst());
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i < lines.size(); i++) {
            var row = cells(lines.get(i));
            if (row.size() != headings.size()) {
                throw new IOException(
                        "%s, line %d: %d cells where %d were expected"
                                .formatted(file, i + 1, row.size(), headings.size()));
            }
            rows.add(row);
        }
        return new Table(headings, rows);
    }

    /// @throws IllegalArgumentException when there is no such column
    int column(String heading) {
        int at = headings.indexOf(heading);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "There is no column " + heading + ", only " + headings);
        }
        return at;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }
}
