package firsthour.intake;

import firsthour.brand.Rejected;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.Pull;
import firsthour.connectors.file.FileImport;
import firsthour.connectors.file.Options;
import firsthour.connectors.file.Outcome;
import firsthour.connectors.file.Row;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stores a file's posts batch by batch. What was stored when it is broken off stays, and the same
/// file imported again stores only the rest.
@Singleton
public class ImportRun {
    /// Where rows are stored for which nobody names a source.
    public static final String USUAL_SOURCE = "File import";

    private static final int BATCH = 500;

    private final FileImport files;
    private final Sources sources;
    private final Intake intake;

    ImportRun(FileImport files, Sources sources, Intake intake) {
        this.files = files;
        this.sources = sources;
        this.intake = intake;
    }

    /// What came of an import.
    ///
    /// @param outcome whether the file could be read to its end
    public record Imported(Tally tally, Outcome outcome) {}

    /// Imports a file.
    ///
    /// @param sourceName what all rows are stored under; null for what each row says
    /// @param live whether posts older than 48 h open cases, too
    /// @param rejected is told of each row that could not become a post
    /// @param progress is told the running total after each batch
    /// @throws Rejected when nothing can be stored under that name
    public Imported run(
            Path file,
            Options options,
            @Nullable String sourceName,
            boolean live,
            Consumer<Pull.Rejected> rejected,
            Consumer<Tally> progress) {
        var batches = new Batches(sourceName, live, rejected, progress);
        if (sourceName != null) {
            batches.source(sourceName);
        }
        var outcome =
                files.read(
                        file,
                        options,
                        row -> {
                            switch (row) {
                                case Row.Accepted accepted -> batches.add(accepted);
                                case Row.Rejected refused -> batches.reject(refused);
                            }
                        });
        batches.store();
        return new Imported(batches.total, outcome);
    }

    /// Gathers rows until a transaction for each of their sources is worth it.
    private final class Batches {
        private final @Nullable String only;
        private final boolean live;
        private final Consumer<Pull.Rejected> rejected;
        private final Consumer<Tally> progress;
        private final Map<String, Source> known = new HashMap<>();
        private final Map<Source, List<Row.Accepted>> gathered = new LinkedHashMap<>();
        private int rows;
        private int refused;
        private Tally total = Tally.NOTHING;

        Batches(
                @Nullable String only,
                boolean live,
                Consumer<Pull.Rejected> rejected,
                Consumer<Tally> progress) {
            this.only = only;
            this.live = live;
            this.rejected = rejected;
            this.progress = progress;
        }

        Source source(String name) {
            return known.computeIfAbsent(name, sources::fileSource);
        }

        void add(Row.Accepted row) {
            try {
                var source = source(only != null ? only : row.source().orElse(USUAL_SOURCE));
                gathered.computeIfAbsent(source, _ -> new ArrayList<>()).add(row);
            } catch (Rejected e) {
                reject(row.rejected(String.valueOf(e.getMessage())));
            }
            if (++rows == BATCH) {
                store();
            }
        }

        void reject(Row.Rejected row) {
            rejected.accept(row.rejected());
            refused++;
        }

        void store() {
            if (refused > 0) {
                var source = source(only != null ? only : USUAL_SOURCE);
                total = total.plus(intake.store(source, List.of(), live, refused).tally());
            }
            gathered.forEach(this::store);
            gathered.clear();
            rows = 0;
            refused = 0;
            progress.accept(total);
        }

        private void store(Source source, List<Row.Accepted> batch) {
            var stored =
                    intake.store(source, batch.stream().map(Row.Accepted::post).toList(), live, 0);
            total = total.plus(stored.tally());
            batch.stream()
                    .filter(row -> stored.strangers().contains(row.post()))
                    .map(row -> row.rejected(strange(source, row)))
                    .forEach(row -> rejected.accept(row.rejected()));
        }

        private static String strange(Source source, Row.Accepted row) {
            return "id %s belongs to another post of “%s”, by another author or of another date,"
                            .formatted(row.post().externalId(), source.name())
                    + " which was kept; name a --source of its own for this file";
        }
    }
}
