package firsthour.sentiment.text;

import java.util.List;

/// Faces that are typed: `:-)`, `<3`, `-_-`.
final class Emoticons {
    private static final List<String> ALL =
            List.of(
                    ":)", ":-)", ":))", ":-))", ":]", ":-]", "=)", "=]", ":}", ":^)", "(:", "(-:",
                    "(;", ":D", ":-D", "=D", "xD", "XD", ":d", ":'D", "8)", "8-)", "8D", ":')",
                    ":'-)", ";)", ";-)", ";D", ";-D", ";]", ":P", ":-P", ":p", ":-p", "=P", "=p",
                    ";P", ";p", "xP", "XP", ":b", "<3", "^_^", "^.^", "^^", "\\o/", "\\m/", ":*",
                    ":-*", ";*", ":3", "=3", ":(", ":-(", ":((", ":-((", ":[", ":-[", "=(", "=[",
                    ":{", "):", ")-:", ":'(", ":'-(", ":,(", ";(", ";-(", "D:", "D;", "D=", ":<",
                    ":-<", ">:(", ">:-(", ">:[", ":@", ":-@", ">:/", ":/", ":-/", ":\\", ":-\\",
                    "=/", "=\\", ":|", ":-|", "=|", ":S", ":-S", ":s", ":-s", ":$", ":-$", ":#",
                    ":X", ":x", ":-X", ":-x", ":O", ":-O", ":o", ":-o", ":0", "=O", "=o", "O_O",
                    "o_O", "O_o", "o_o", "o.O", "O.o", "-_-", "-__-", "-.-", ">_<", ">.<", "T_T",
                    "T.T", ";_;", "</3", "<\\3", "u_u", "._.", "v_v", ">:)", ">:D");

    /// By first sign, the longest first.
    private static final String[][] BY_FIRST = byFirst();

    private Emoticons() {}

    /// Where the emoticon ends that starts here, or `at` where none does. One that ends in a letter
    /// or a digit must not run on into a word.
    static int end(String text, int at, int length) {
        String[] candidates = BY_FIRST[text.charAt(at)];
        if (candidates == null) {
            return at;
        }
        for (String face : candidates) {
            int end = at + face.length();
            if (end <= length && text.startsWith(face, at) && endsThere(face, text, end, length)) {
                return end;
            }
        }
        return at;
    }

    private static boolean endsThere(String face, String text, int end, int length) {
        boolean open =
                Character.isLetterOrDigit(face.charAt(face.length() - 1)) || face.endsWith("/");
        return end == length
                || !(open
                        && (Character.isLetterOrDigit(text.charAt(end))
                                || text.charAt(end) == '/'));
    }

    private static String[][] byFirst() {
        String[][] table = new String[128][];
        for (String face : ALL) {
            char first = face.charAt(0);
            if (table[first] == null) {
                table[first] =
                        ALL.stream()
                                .filter(other -> other.charAt(0) == first)
                                .sorted((a, b) -> b.length() - a.length())
                                .toArray(String[]::new);
            }
        }
        return table;
    }
}
