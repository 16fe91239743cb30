package firsthour.sentiment.text;

import firsthour.sentiment.text.Tokens.Kind;

/// Walks once over a post and adds what it finds to [Tokens].
final class Reading {
    private static final long MENTION_HASH = Tokens.hashOf("@user");
    private static final long LINK_HASH = Tokens.hashOf("http");

    private final Tokens tokens;
    private String text = "";

    /// Of the part that is read.
    private int length;

    Reading(Tokens tokens) {
        this.tokens = tokens;
    }

    void read(String post, int units) {
        text = post;
        length = units;
        int at = 0;
        while (at < length) {
            at = next(at);
        }
    }

    private int next(int at) {
        char c = text.charAt(at);
        if (c <= ' ') {
            return at + 1;
        }
        if (c < 128) {
            return ascii(c, at);
        }
        return Signs.isLetter(c) ? word(at, at, Kind.WORD) : other(at);
    }

    private int ascii(char c, int at) {
        boolean free = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        if (free) {
            int end = Emoticons.end(text, at, length);
            if (end > at) {
                return add(Kind.EMOTICON, at, end, emoticonHash(at, end));
            }
        }
        if (Signs.isAsciiLetter(c)) {
            int end = linkEnd(c, at);
            return end > at ? add(Kind.LINK, at, end, LINK_HASH) : word(at, at, Kind.WORD);
        }
        if (Signs.isDigit(c)) {
            return number(at);
        }
        char following = at + 1 < length ? text.charAt(at + 1) : ' ';
        if (c == '@' && free && Signs.isNamePart(following)) {
            return add(Kind.MENTION, at, mentionEnd(at), MENTION_HASH);
        }
        return c == '#' && Signs.isLetter(following)
                ? word(at, at + 1, Kind.HASHTAG)
                : punctuation(c, at);
    }

    private int word(int start, int from, Kind kind) {
        boolean hashtag = kind == Kind.HASHTAG;
        long hash = hashtag ? Signs.with(Signs.NOTHING, '#') : Signs.NOTHING;
        int at = from;
        int last = -1;
        int lastButOne = -1;
        int capitals = 0;
        boolean stretch = false;
        while (at < length) {
            char c = text.charAt(at);
            if (Signs.isApostrophe(c)) {
                boolean inside =
                        at > from && at + 1 < length && Signs.isLetter(text.charAt(at + 1));
                if (hashtag || !inside) {
                    break;
                }
                c = '\'';
            } else if (hashtag ? !Signs.isNamePart(c) : !(Signs.isLetter(c) || Signs.isMark(c))) {
                break;
            }
            char low = Character.toLowerCase(c);
            capitals += low == c ? 0 : 1;
            if (low == last && low == lastButOne) {
                stretch = true;
            } else {
                tokens.put(low);
                hash = Signs.with(hash, low);
                lastButOne = last;
                last = low;
            }
            at++;
        }
        boolean shout = capitals >= 2 && capitals == at - from;
        return tokens.add(kind, start, at, hash, shout, stretch);
    }

    /// Up to four digits say how large it is, the digits themselves nothing.
    private int number(int start) {
        long hash = Signs.NOTHING;
        int digits = 0;
        int at = start;
        while (at < length) {
            char c = text.charAt(at);
            boolean inner =
                    (c == '.' || c == ',' || c == ':')
                            && at + 1 < length
                            && Signs.isDigit(text.charAt(at + 1));
            if (Signs.isDigit(c)) {
                hash = ++digits <= 4 ? Signs.with(hash, '0') : hash;
            } else if (!inner) {
                break;
            }
            at++;
        }
        return add(Kind.NUMBER, start, at, hash);
    }

    private int mentionEnd(int start) {
        int at = start + 1;
        while (at < length) {
            char c = text.charAt(at);
            boolean joins =
                    (c == '.' || c == '@' || c == '-')
                            && at + 1 < length
                            && Signs.isNamePart(text.charAt(at + 1));
            if (!Signs.isNamePart(c) && !joins) {
                break;
            }
            at++;
        }
        return at;
    }

    /// Data sets write a bare "http" where a link stood.
    private int linkEnd(char first, int at) {
        int end = Links.end(text, at, length);
        boolean bare =
                end == at
                        && first == 'h'
                        && text.regionMatches(true, at, "http", 0, 4)
                        && (at + 4 >= length || !Signs.isNamePart(text.charAt(at + 4)));
        return bare ? at + 4 : end;
    }

    private int punctuation(char c, int start) {
        int at = start + 1;
        while (at < length && text.charAt(at) == c) {
            at++;
        }
        int run = Math.min(at - start, 3);
        long hash = Signs.NOTHING;
        for (int i = 0; i < run; i++) {
            hash = Signs.with(hash, c);
        }
        return tokens.add(Kind.PUNCTUATION, start, at, hash, false, run == 3);
    }

    private long emoticonHash(int start, int end) {
        long hash = Signs.NOTHING;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            // The nose says nothing.
            if (c != '-' || end - start != 3) {
                hash = Signs.with(hash, Character.toLowerCase(c));
            }
        }
        return hash;
    }

    /// A sign beyond ASCII: an emoji, a typographic sign, a letter of two units, or nothing at all.
    private int other(int start) {
        int character = text.codePointAt(start);
        int end = Math.min(start + Character.charCount(character), length);
        if (Character.isLetter(character)) {
            return add(Kind.WORD, start, end, Signs.with(Signs.NOTHING, character));
        }
        if (Signs.isPicture(character)) {
            int whole = Emoji.end(text, end, length);
            return add(Kind.EMOJI, start, whole, Emoji.hash(text, start, whole));
        }
        return Signs.isVisible(character)
                ? add(
                        Kind.PUNCTUATION,
                        start,
                        end,
                        Signs.with(Signs.NOTHING, Signs.plain(character)))
                : end;
    }

    private int add(Kind kind, int start, int end, long hash) {
        return tokens.add(kind, start, end, hash, false, false);
    }
}
