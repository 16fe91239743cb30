package firsthour.connectors.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the file does not say itself. Messages name these as `--map`, `--encoding` and `--zone`.
///
/// @param format CSV or JSON Lines
/// @param columns for CSV: the column of each field, where it cannot be guessed; by [Field#label()]
/// @param encoding how bytes become characters; a byte order mark in the file wins
/// @param zone where dates without zone were written; without it they are rejected
public record Options(
        Format format, Map<String, String> columns, Charset encoding, Optional<ZoneId> zone) {

    public enum Format {
        CSV,
        JSON_LINES
    }

    public Options {
        columns = Map.copyOf(columns);
    }

    /// The usual options for a file of this name: CSV for `.csv`, `.tsv` and `.txt`, otherwise JSON
    /// Lines; UTF-8; no zone.
    public static Options forName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean csv = lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt");
        return new Options(
                csv ? Format.CSV : Format.JSON_LINES,
                Map.of(),
                StandardCharsets.UTF_8,
                Optional.empty());
    }

    public Options withColumns(Map<String, String> map) {
        return new Options(format, map, encoding, zone);
    }

    public Options withEncoding(Charset charset) {
        return new Options(format, columns, charset, zone);
    }

    public Options withZone(ZoneId id) {
        return new Options(format, columns, encoding, Optional.of(id));
    }
}
