package firsthour.connectors.file;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.PostRules;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads posts from a file, row by row and in constant memory. A bad row is handed over as a
/// rejection with its line number and never ends the reading.
///
/// A CSV row without id gets one from its other fields; a JSON line without id is rejected, since a
/// program that writes JSON knows its ids.
public final class FileImport {
    static final String BAD_BYTES =
            "The bytes are no text in this encoding. Save the file as UTF-8, or say its encoding,"
                    + " for example --encoding windows-1252.";

    private final PostRules rules;

    public FileImport(InstantSource clock) {
        this.rules = new PostRules(clock);
    }

    /// Reads a file to its end.
    ///
    /// @param rows takes each row in the order of the file, on the calling thread; what it throws
    ///   ends the reading and is passed on
    public Outcome read(Path file, Options options, Consumer<Row> rows) {
        if (Files.isDirectory(file)) {
            return new Outcome.Refused(file + " is a folder. Name a file.");
        }
        Tally tally = new Tally(rows);
        try (Lines lines = new Lines(file, options.encoding())) {
            return switch (options.format()) {
                case CSV -> readCsv(lines, options, tally);
                case JSON_LINES -> readJson(lines, options, tally);
            };
        } catch (NoSuchFileException e) {
            return new Outcome.Refused("There is no file " + file + ".");
        } catch (AccessDeniedException e) {
            return new Outcome.Refused(file + " may not be read. Change its permissions.");
        } catch (IOException e) {
            return new Outcome.Refused(
                    file
                            + " cannot be read any further: "
                            + e.getMessage()
                            + ". What was read up to there is kept; import it again later.");
        }
    }

    private Outcome readJson(Lines lines, Options options, Tally tally) throws IOException {
        for (Optional<Lines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            Lines.Line line = next.get();
            if (line.isBlank()) {
                continue;
            }
            if (line.cut()) {
                tally.reject(
                        line.number(),
                        "The line is longer than " + Lines.LONGEST + " characters. Shorten it.");
            } else if (line.hasBadBytes()) {
                tally.reject(line.number(), BAD_BYTES);
            } else {
                take(line.number(), () -> JsonLine.entry(line.text()), options, tally);
            }
        }
        return tally.done();
    }

    private Outcome readCsv(Lines lines, Options options, Tally tally) throws IOException {
        Optional<Lines.Line> header = lines.next();
        while (header.isPresent() && header.get().isBlank()) {
            header = lines.next();
        }
        if (header.isEmpty()) {
            return new Outcome.Refused("The file is empty. A CSV file starts with a header row.");
        }
        CsvRecords records = new CsvRecords(lines, header.get());
        return switch (records.next().orElseThrow()) {
            case CsvRecords.Piece.Broken broken ->
                    new Outcome.Refused("The header row is broken. " + broken.reason());
            case CsvRecords.Piece.Cells cells ->
                    switch (Columns.of(cells.cells(), options.columns())) {
                        case Columns.Mapping.Wrong wrong -> new Outcome.Refused(wrong.message());
                        case Columns.Mapping.Mapped mapped ->
                                readRows(records, mapped.columns(), options, tally);
                    };
        };
    }

    private Outcome readRows(CsvRecords records, Columns columns, Options options, Tally tally)
            throws IOException {
        for (Optional<CsvRecords.Piece> next = records.next();
                next.isPresent();
                next = records.next()) {
            switch (next.get()) {
                case CsvRecords.Piece.Broken broken -> tally.reject(broken.line(), broken.reason());
                case CsvRecords.Piece.Cells row ->
                        take(row.line(), () -> columns.entry(row.cells()), options, tally);
            }
        }
        return tally.done();
    }

    private void take(long line, Reading reading, Options options, Tally tally) {
        try {
            Entry entry = reading.entry();
            Post post = entry.post(options.zone(), options.format() == Options.Format.CSV);
            switch (rules.judge(Row.where(line), post)) {
                case PostRules.Verdict.Fit(Post fit) ->
                        tally.accept(new Row.Accepted(line, fit, entry.find(Field.SOURCE)));
                case PostRules.Verdict.Unfit(Pull.Rejected rejected) ->
                        tally.reject(line, rejected.reason());
            }
        } catch (BadRow e) {
            tally.reject(line, e.reason());
        }
    }

    /// Reads the fields of a row.
    private interface Reading {
        Entry entry() throws BadRow;
    }

    /// Hands rows over and counts them.
    private static final class Tally {
        private final Consumer<Row> rows;
        private long accepted;
        private long rejected;

        Tally(Consumer<Row> rows) {
            this.rows = rows;
        }

        void accept(Row.Accepted row) {
            accepted++;
            rows.accept(row);
        }

        void reject(long line, String reason) {
            rejected++;
            rows.accept(Row.Rejected.at(line, reason));
        }

        Outcome done() {
            return new Outcome.Done(accepted, rejected);
        }
    }
}
