package firsthour;

import java.io.BufferedInputStream;
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

    private final BufferedInputStream in;
    private long number;

    InputLines(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /// @param number counted from 1
    /// @param bytes without the line's end and without a byte order mark; empty when too long
    @SuppressWarnings("ArrayRecordComponent") // Never compared, only carried to a decoder.
    record Line(long number, byte[] bytes, boolean tooLong) {}

    /// The next line, empty after the last.
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        long length = 0;
        int read = in.read();
        if (read == -1) {
            return Optional.empty();
        }
        number++;
        while (read != -1 && read != '\n') {
            if (++length <= MAXIMUM_LENGTH) {
                bytes.write(read);
            }
            read = in.read();
        }
        boolean tooLong = length > MAXIMUM_LENGTH;
        byte[] line = tooLong ? new byte[0] : bytes.toByteArray();
        return Optional.of(new Line(number, number == 1 ? withoutMark(line) : line, tooLong));
    }

    private static byte[] withoutMark(byte[] line) {
        int mark = BYTE_ORDER_MARK.length;
        boolean marked =
                line.length >= mark && Arrays.equals(line, 0, mark, BYTE_ORDER_MARK, 0, mark);
        return marked ? Arrays.copyOfRange(line, mark, line.length) : line;
    }
}
