package firsthour.sentiment.text;

/// Pictures of one character or of several that are joined.
final class Emoji {
    private static final int SKIN_FIRST = 0x1F3FB;
    private static final int SKIN_LAST = 0x1F3FF;
    private static final int JOINER = 0x200D;
    private static final int VARIATION = 0xFE0F;

    private Emoji() {}

    /// Where the emoji ends of which the first character is known.
    ///
    /// @param at after its first character
    /// @param length of the text that may be looked at
    static int end(String text, int at, int length) {
        int end = at;
        boolean joined = false;
        while (end < length) {
            int next = text.codePointAt(end);
            if (next == JOINER) {
                joined = true;
            } else if (joined) {
                joined = false;
            } else if (next != VARIATION && (next < SKIN_FIRST || next > SKIN_LAST)) {
                break;
            }
            end = Math.min(end + Character.charCount(next), length);
        }
        return end;
    }

    /// The hash of what was joined, without skin tones and variations.
    static long hash(String text, int start, int end) {
        int first = text.codePointAt(start);
        long hash = Signs.with(Signs.NOTHING, first);
        boolean joined = false;
        int at = start + Character.charCount(first);
        while (at < end) {
            int next = text.codePointAt(at);
            if (next != JOINER && joined) {
                hash = Signs.with(hash, next);
            }
            joined = next == JOINER;
            at += Character.charCount(next);
        }
        return hash;
    }
}
