package firsthour.sentiment.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a judge reads of a post, with the way back to the post.
///
/// Links and mentions of accounts are left out, `#` is dropped and the word behind it kept. Control
/// characters, lone surrogates and invisible marks become a space or vanish; of piled-up combining
/// marks two stay, of a sign repeated again and again three. White space shrinks to one space, or
/// to an empty line where the author left one.
///
/// Both lengths are bounded, because the price of a parse grows with them: at most
/// [#MAXIMUM_LENGTH] characters are kept, and an empty line cuts what would be a sentence of more
/// than [#MAXIMUM_SENTENCE] words and signs.
///
/// Immutable.
public final class Cleaned {
    /// UTF-16 units that are kept at most; what comes later in a post is not judged.
    public static final int MAXIMUM_LENGTH = 2_000;

    /// Words and signs in a row before a sentence is cut.
    public static final int MAXIMUM_SENTENCE = 60;

    private static final int MAXIMUM_MARKS = 2;
    private static final int MAXIMUM_REPEATS = 3;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /// `@name`, `@name@host.example` and `@name.host.example`.
    private static final Pattern ACCOUNT =
            Pattern.compile("@[\\p{L}\\p{N}_]++(?:[.@-][\\p{L}\\p{N}_]++)*+");

    private final String text;
    private final int[] origins;
    private final boolean speaking;

    private Cleaned(String text, int[] origins, boolean speaking) {
        this.text = text;
        this.origins = origins;
        this.speaking = speaking;
    }

    /// Cleans a post. Takes any string, also one with broken surrogate pairs.
    public static Cleaned of(String original) {
        return new Writer(original).write();
    }

    /// The cleaned text; may be empty.
    public String text() {
        return text;
    }

    /// Whether there is a letter or an emoji, thus something that can be judged.
    public boolean speaks() {
        return speaking;
    }

    /// The offset in the original of the unit that stands at an offset of the cleaned text.
    ///
    /// @param offset 0 to one less than the length of [#text()]
    public int originalStart(int offset) {
        return origins[offset];
    }

    /// The offset in the original after the last unit of a part of the cleaned text.
    ///
    /// @param offset after the part's last unit: 1 to the length of [#text()]
    public int originalEnd(int offset) {
        return origins[offset - 1] + 1;
    }

    /// Walks once over the original.
    private static final class Writer {
        private final String original;
        private final StringBuilder text = new StringBuilder();
        private final Matcher account;
        private int[] origins = new int[64];
        private boolean speaking;
        private boolean spaceDue;
        private int newlines;
        private int marks;
        private int repeats;
        private int inSentence;

        /// The last code point of the original, -1 at the start.
        private int previous = -1;

        Writer(String original) {
            this.original = original;
            account = ACCOUNT.matcher(original);
        }

        Cleaned write() {
            int at = 0;
            while (at < original.length() && text.length() < MAXIMUM_LENGTH - 4) {
                char first = original.charAt(at);
                int next = skipWrapping(first, at);
                if (next > at) {
                    spaceDue = true;
                    previous = ' ';
                    at = next;
                } else if (first > ' ' && first < 0x7F) {
                    // Most of what is written; nothing of it needs a look at Unicode's tables.
                    show(first, at);
                    previous = first;
                    at++;
                } else {
                    int character = original.codePointAt(at);
                    take(character, at);
                    previous = character;
                    at += Character.charCount(character);
                }
            }
            return new Cleaned(text.toString(), Arrays.copyOf(origins, text.length()), speaking);
        }

        /// Where a link, an account or a hash sign ends that starts here, or `at`.
        private int skipWrapping(char first, int at) {
            return switch (first) {
                case '@' -> inWord() ? at : accountEnd(at);
                case '#' -> inWord() || !beforeWord(at) ? at : at + 1;
                case 'h', 'H', 'w', 'W', 'p', 'P', 't', 'T' ->
                        inWord() ? at : Links.end(original, at, original.length());
                default -> at;
            };
        }

        private boolean inWord() {
            return previous != -1 && (Character.isLetterOrDigit(previous) || previous == '_');
        }

        private int accountEnd(int at) {
            account.region(at, original.length());
            return account.lookingAt() ? account.end() : at;
        }

        private boolean beforeWord(int hash) {
            return hash + 1 < original.length()
                    && Character.isLetterOrDigit(original.codePointAt(hash + 1));
        }

        private void take(int character, int at) {
            switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.SPACE_SEPARATOR,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED -> {
                    spaceDue = true;
                    newlines += character == '\n' || character == 0x2029 ? 1 : 0;
                }
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
                    if (++marks <= MAXIMUM_MARKS && !spaceDue) {
                        put(character, at);
                    }
                }
                case Character.FORMAT -> {
                    if (character == ZERO_WIDTH_JOINER && !spaceDue) {
                        put(character, at);
                    }
                }
                default -> show(character, at);
            }
        }

        private void show(int character, int at) {
            repeats = character == previous ? repeats + 1 : 1;
            if (repeats > MAXIMUM_REPEATS && !Character.isDigit(character)) {
                return;
            }
            separate(character, at);
            marks = 0;
            put(character, at);
            speaking =
                    speaking
                            || Character.isLetter(character)
                            || Character.isExtendedPictographic(character);
        }

        /// Writes the white space that is due before a visible character, and cuts a sentence that
        /// grew too long.
        private void separate(int character, int at) {
            boolean wordGoesOn =
                    !spaceDue
                            && Character.isLetterOrDigit(character)
                            && previous != -1
                            && (Character.isLetterOrDigit(previous) || marks > 0);
            if (spaceDue && !text.isEmpty() && ".!?".indexOf(text.charAt(text.length() - 1)) >= 0) {
                inSentence = 0;
            }
            inSentence += wordGoesOn ? 0 : 1;
            boolean cut = inSentence > MAXIMUM_SENTENCE || newlines > 1;
            if (cut && !text.isEmpty()) {
                put('\n', at);
                put('\n', at);
                inSentence = 1;
            } else if (spaceDue && !text.isEmpty()) {
                put(' ', at);
            }
            spaceDue = false;
            newlines = 0;
        }

        private void put(int character, int at) {
            if (text.length() + 2 > origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2);
            }
            origins[text.length()] = at;
            if (character < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                text.append((char) character);
            } else {
                origins[text.length() + 1] = at + 1;
                text.appendCodePoint(character);
            }
        }
    }
}
