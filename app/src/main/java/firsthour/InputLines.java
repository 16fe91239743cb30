package firsthour;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Splits a stream into lines of bytes, so that a broken encoding or an endless line harms only
/// itself. Not thread-safe.
final class InputLines {
    /// In bytes, without the line's end.
    static final int MAXIMUM_LENGTH = 4 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];

    /// What was read and not yet given out lies between them.
    private int from;

    private int to;
    private long number;

    InputLines(InputStream in) {
        this.in = in;
    }

    /// @param number counted from 1
    /// @param bytes without the line's end and without a byte order mark; empty when too long
    @SuppressWarnings("ArrayRecordComponent") // Never compared, only carried to a decoder.
    record Line(long number, byte[] bytes, boolean tooLong) {}

    /// Whether the next line can be had without waiting.
    boolean ready() {
        return endOfLine() < to;
    }

    /// The next line, empty after the last.
    Optional<Line> next() throws IOException {
        if (from == to && !fill()) {
            return Optional.empty();
        }
        number++;
        var bytes = new ByteArrayOutputStream(512);
        long length = 0;
        boolean ended = false;
        do {
            int end = endOfLine();
            ended = end < to;
            length += end - from;
            if (length <= MAXIMUM_LENGTH) {
                bytes.write(buffer, from, end - from);
            }
            from = ended ? end + 1 : to;
        } while (!ended && fill());
        boolean tooLong = length > MAXIMUM_LENGTH;
        byte[] line = tooLong ? new byte[0] : bytes.toByteArray();
        return Optional.of(new Line(number, number == 1 ? withoutMark(line) : line, tooLong));
    }

    /// Where the line ends that is next; the end of the buffer where it goes on.
    private int endOfLine() {
        int at = from;
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    /// @return false at the end of the stream
    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(in.read(buffer), 0);
        return to > 0;
    }

    private static byte[] withoutMark(byte[] line) {
        int mark = BYTE_ORDER_MARK.length;
        boolean marked =
                line.length >= mark && Arrays.equals(line, 0, mark, BYTE_ORDER_MARK, 0, mark);
        return marked ? Arrays.copyOfRange(line, mark, line.length) : line;
    }
}
