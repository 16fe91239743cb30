package firsthour.connectors.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The lines of a file, one at a time and never more of one than [#LONGEST] characters: a file
/// without line ends takes no more memory than any other.
final class Lines implements Closeable {
    /// Long enough for a text that is far too long to be read and named as such.
    static final int LONGEST = 4_000_000;

    /// Stands where bytes were no characters. Unicode keeps it out of texts, so it cannot be meant.
    private static final char BAD = '\uFFFF';

    /// One line.
    ///
    /// @param cut whether it was longer than [#LONGEST] and lost its end
    record Line(long number, String text, boolean cut) {
        boolean isBlank() {
            return text.isBlank() && !cut;
        }

        boolean hasBadBytes() {
            return text.indexOf(BAD) >= 0;
        }
    }

    private final Reader reader;
    private long number;
    private boolean afterReturn;

    Lines(Path file, Charset encoding) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        this.reader =
                new BufferedReader(
                        new InputStreamReader(
                                in,
                                byMark(in)
                                        .orElse(encoding)
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPLACE)
                                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                        .replaceWith(String.valueOf(BAD))),
                        1 << 16);
    }

    /// Finds the next line; empty at the end of the file.
    Optional<Line> next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        boolean any = false;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            any = true;
            if (c == '\n' || c == '\r') {
                break;
            }
            if (text.length() < LONGEST) {
                text.append((char) c);
            } else {
                cut = true;
            }
        }
        return any ? Optional.of(new Line(++number, text.toString(), cut)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// Reads a byte order mark away, if there is one.
    private static Optional<Charset> byMark(InputStream in) throws IOException {
        in.mark(3);
        byte[] start = in.readNBytes(3);
        if (start.length == 3 && start[0] == -17 && start[1] == -69 && start[2] == -65) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        in.reset();
        if (start.length >= 2 && start[0] == -1 && start[1] == -2) {
            in.skipNBytes(2);
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (start.length >= 2 && start[0] == -2 && start[1] == -1) {
            in.skipNBytes(2);
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }
}
