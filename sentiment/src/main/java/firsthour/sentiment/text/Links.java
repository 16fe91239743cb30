package firsthour.sentiment.text;

/// Links as they stand in posts, with or without `https://`.
final class Links {
    private Links() {}

    /// Where the link ends that starts here, or `at` where none does. It holds ASCII only, so that
    /// a script without spaces that follows at once is no part of it.
    ///
    /// @param length of the text that may be looked at
    static int end(String text, int at, int length) {
        boolean link =
                switch (text.charAt(at)) {
                    case 'h', 'H' -> starts(text, at, "http://") || starts(text, at, "https://");
                    case 'w', 'W' -> starts(text, at, "www.");
                    case 'p', 'P' -> starts(text, at, "pic.twitter.com/");
                    case 't', 'T' -> starts(text, at, "t.co/");
                    default -> false;
                };
        if (!link) {
            return at;
        }
        int end = at;
        while (end < length && text.charAt(end) > ' ' && text.charAt(end) < 0x7F) {
            end++;
        }
        return end;
    }

    private static boolean starts(String text, int at, String prefix) {
        return text.regionMatches(true, at, prefix, 0, prefix.length());
    }
}
