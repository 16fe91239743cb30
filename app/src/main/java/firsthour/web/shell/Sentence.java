package firsthour.web.shell;

import gg.jte.Content;

/// A text with parts of a page inside: a link, a time, an address.
public final class Sentence {
    private Sentence() {}

    /// The sentence with its parts.
    ///
    /// @param text of the language of the page, with `{0}`, `{1}` … where the parts stand
    public static Content of(String text, Content... parts) {
        return output -> {
            int from = 0;
            for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
                int place = Character.digit(text.charAt(open + 1), 10);
                if (place >= 0 && place < parts.length && text.indexOf('}', open) == open + 2) {
                    output.writeUserContent(text.substring(from, open));
                    output.writeUserContent(parts[place]);
                    from = open + 3;
                }
            }
            output.writeUserContent(text.substring(from));
        };
    }
}
