package firsthour.sentiment.train;

import firsthour.sentiment.text.Tokens;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the language models make of each text, found once and kept in a file: it takes most of the
/// time of a training, and a second one need not wait for it.
final class Readings {
    /// Read between two writes, so that little is lost when a training is broken off.
    private static final int BATCH = 8_192;

    private final LanguageModels models = new LanguageModels();
    private final Path file;

    /// Figures in two bytes each, by the hash of their text.
    private final Map<Long, short[]> byText = new HashMap<>();

    /// @param file where they are kept; made where there is none
    Readings(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            load();
        }
    }

    /// Reads what has not been read yet.
    void read(Collection<String> texts) throws IOException {
        List<String> unread =
                texts.stream().filter(t -> !byText.containsKey(hash(t))).distinct().toList();
        for (int from = 0; from < unread.size(); from += BATCH) {
            var some = unread.subList(from, Math.min(from + BATCH, unread.size()));
            var figures = models.read(some);
            try (var out =
                    new DataOutputStream(
                            new BufferedOutputStream(
                                    Files.newOutputStream(
                                            file,
                                            StandardOpenOption.CREATE,
                                            StandardOpenOption.APPEND)))) {
                for (int i = 0; i < some.size(); i++) {
                    keep(hash(some.get(i)), figures.get(i), out);
                }
            }
        }
    }

    /// The figures of a text that was read.
    float[] get(String text) {
        short[] kept = byText.get(hash(text));
        if (kept == null) {
            throw new IllegalArgumentException("Not read: " + text);
        }
        float[] figures = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            figures[i] = Float.float16ToFloat(kept[i]);
        }
        return figures;
    }

    private void keep(long hash, float[] figures, DataOutputStream out) throws IOException {
        short[] kept = new short[figures.length];
        out.writeLong(hash);
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Float.floatToFloat16(figures[i]);
            out.writeShort(kept[i]);
        }
        byText.put(hash, kept);
    }

    /// What a training that was broken off wrote in part is read again.
    private void load() throws IOException {
        long entry = Long.BYTES + (long) LanguageModels.FIGURES * Short.BYTES;
        long whole = Files.size(file) / entry;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long n = 0; n < whole; n++) {
                long hash = in.readLong();
                short[] kept = new short[LanguageModels.FIGURES];
                for (int i = 0; i < kept.length; i++) {
                    kept[i] = in.readShort();
                }
                byText.put(hash, kept);
            }
        }
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole * entry);
        }
    }

    private static long hash(String text) {
        return Tokens.hashOf(text);
    }
}
