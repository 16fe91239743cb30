package firsthour.intake;

import firsthour.brand.Source;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.file.FileImport;
import firsthour.connectors.file.Options;
import firsthour.connectors.file.Outcome;
import firsthour.connectors.file.Row;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Stores a file's posts batch by batch. What was stored when it is broken off stays, and the same
/// file imported again stores only the rest.
@Singleton
public class ImportRun {
    private static final int BATCH = 500;

    private final FileImport files;
    private final Intake intake;

    ImportRun(FileImport files, Intake intake) {
        this.files = files;
        this.intake = intake;
    }

    /// What came of an import.
    ///
    /// @param outcome whether the file could be read to its end
    public record Imported(Tally tally, Outcome outcome) {}

    /// Imports a file.
    ///
    /// @param live whether posts older than 48 h open cases, too
    /// @param rejected is told of each row that could not become a post
    /// @param progress is told the running total after each batch
    public Imported run(
            Path file,
            Options options,
            Source source,
            boolean live,
            Consumer<Pull.Rejected> rejected,
            Consumer<Tally> progress) {
        var batches = new Batches(source, live, progress);
        var outcome =
                files.read(
                        file,
                        options,
                        row -> {
                            switch (row) {
                                case Row.Accepted accepted -> batches.add(accepted.post());
                                case Row.Rejected(_, var why) -> {
                                    rejected.accept(why);
                                    batches.reject();
                                }
                            }
                        });
        batches.store();
        return new Imported(batches.total, outcome);
    }

    /// Gathers rows until a transaction is worth it.
    private final class Batches {
        private final Source source;
        private final boolean live;
        private final Consumer<Tally> progress;
        private final List<Post> posts = new ArrayList<>(BATCH);
        private int rejected;
        private Tally total = Tally.NOTHING;

        Batches(Source source, boolean live, Consumer<Tally> progress) {
            this.source = source;
            this.live = live;
            this.progress = progress;
        }

        void add(Post post) {
            posts.add(post);
            if (posts.size() == BATCH) {
                store();
            }
        }

        void reject() {
            rejected++;
        }

        void store() {
            if (posts.isEmpty() && rejected == 0) {
                return;
            }
            total = total.plus(intake.store(source, posts, live, rejected));
            posts.clear();
            rejected = 0;
            progress.accept(total);
        }
    }
}
