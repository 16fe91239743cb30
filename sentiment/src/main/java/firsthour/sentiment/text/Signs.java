package firsthour.sentiment.text;

/// What single signs are, and how they are hashed.
final class Signs {
    /// Of no sign at all.
    static final long NOTHING = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private Signs() {}

    /// The hash (FNV-1a over UTF-16 units) of what was hashed before and one more.
    static long with(long hash, int sign) {
        return (hash ^ sign) * PRIME;
    }

    static boolean isLetter(char c) {
        return c < 128 ? isAsciiLetter(c) : Character.isLetter(c);
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether it combines with the letter before it.
    static boolean isMark(char c) {
        return c >= 0x300 && c <= 0x36F;
    }

    /// Whether names of accounts and hashtags are made of it.
    static boolean isNamePart(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '`';
    }

    /// Whether it is drawn, like an emoji.
    static boolean isPicture(int character) {
        return Character.getType(character) == Character.OTHER_SYMBOL
                || (character >= 0x1F000 && character <= 0x1FAFF)
                || character == 0x2764;
    }

    /// Whether a reader sees it.
    static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    /// The sign of a typewriter that a typographic sign stands for.
    static int plain(int character) {
        return switch (character) {
            case '“', '”', '„', '«', '»' -> '"';
            case '‘' -> '\'';
            case '–', '—' -> '-';
            default -> character;
        };
    }
}
