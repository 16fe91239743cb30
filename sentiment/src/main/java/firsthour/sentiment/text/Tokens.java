package firsthour.sentiment.text;

import java.util.Arrays;

/// The tokens of a post as people write on networks: words, numbers, hashtags, mentions of
/// accounts, links, emoji, emoticons and punctuation, each with its exact offsets in the post.
///
/// Every token has a normal form, of which only a hash is kept: letters in lower case, a letter
/// that is stretched ("sooo") twice, every account and every link alike, emoji without skin tones.
/// The tokeniser takes any string, looks at each unit about once and makes no strings.
///
/// One object may be filled again and again; it belongs to one thread.
public final class Tokens {
    /// UTF-16 units that are read at most; what comes later in a post is not judged.
    public static final int MAXIMUM_LENGTH = 4_000;

    /// What a token is.
    public enum Kind {
        WORD,
        NUMBER,
        HASHTAG,
        MENTION,
        LINK,
        EMOJI,
        EMOTICON,
        PUNCTUATION
    }

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MENTION_HASH = hashOf("@user");
    private static final long LINK_HASH = hashOf("http");
    private static final int SKIN_FIRST = 0x1F3FB;
    private static final int SKIN_LAST = 0x1F3FF;
    private static final int JOINER = 0x200D;
    private static final int VARIATION = 0xFE0F;

    private String text = "";
    private int size;
    private Kind[] kinds = new Kind[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private long[] hashes = new long[64];
    private boolean[] shouted = new boolean[64];
    private boolean[] stretched = new boolean[64];

    /// Letters of all words in their normal form, one behind another, for the n-grams of letters.
    private char[] letters = new char[512];

    private int[] letterStarts = new int[65];

    /// Reads a post; what was read before is forgotten.
    public Tokens read(String post) {
        text = post;
        size = 0;
        letterStarts[0] = 0;
        int length = Math.min(post.length(), MAXIMUM_LENGTH);
        int at = 0;
        while (at < length) {
            at = next(at, length);
        }
        return this;
    }

    public int size() {
        return size;
    }

    public Kind kind(int token) {
        return kinds[token];
    }

    /// The offset of its first UTF-16 unit.
    public int start(int token) {
        return starts[token];
    }

    /// The offset after its last UTF-16 unit.
    public int end(int token) {
        return ends[token];
    }

    /// Of the normal form.
    public long hash(int token) {
        return hashes[token];
    }

    /// Of a hashtag's normal form without its sign; the same as [#hash] for other words.
    public long plainHash(int token) {
        if (kinds[token] != Kind.HASHTAG) {
            return hashes[token];
        }
        long hash = SEED;
        for (int i = letterStarts[token]; i < letterStarts[token + 1]; i++) {
            hash = (hash ^ letters[i]) * PRIME;
        }
        return hash;
    }

    /// Whether a word of two letters or more is in capitals.
    public boolean shouted(int token) {
        return shouted[token];
    }

    /// Whether a letter or a sign was repeated three times or more.
    public boolean stretched(int token) {
        return stretched[token];
    }

    /// The letters of a word's or a hashtag's normal form; other tokens have none.
    public char[] letters() {
        return letters;
    }

    /// Where a token's letters begin in [#letters()]; they end where the next one's begin.
    public int lettersFrom(int token) {
        return letterStarts[token];
    }

    public int lettersTo(int token) {
        return letterStarts[token + 1];
    }

    /// The hash of a normal form, as [#hash] gives it.
    public static long hashOf(String normal) {
        return extended(SEED, normal);
    }

    /// The hash of a normal form that goes on after one whose hash is known.
    public static long extended(long hash, String more) {
        long longer = hash;
        for (int i = 0; i < more.length(); i++) {
            longer = (longer ^ more.charAt(i)) * PRIME;
        }
        return longer;
    }

    private int next(int at, int length) {
        char c = text.charAt(at);
        if (c <= ' ') {
            return at + 1;
        }
        if (c < 128) {
            return ascii(c, at, length);
        }
        if (isLetter(c)) {
            return word(at, at, length, Kind.WORD);
        }
        return other(at, length);
    }

    private int ascii(char c, int at, int length) {
        boolean free = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        if (free) {
            int end = Emoticons.end(text, at, length);
            if (end > at) {
                return emoticon(at, end);
            }
        }
        if (isAsciiLetter(c)) {
            int end = linkEnd(c, at, length);
            return end > at ? add(Kind.LINK, at, end, LINK_HASH) : word(at, at, length, Kind.WORD);
        }
        if (c >= '0' && c <= '9') {
            return number(at, length);
        }
        if (c == '@' && free && at + 1 < length && isNamePart(text.charAt(at + 1))) {
            return mention(at, length);
        }
        if (c == '#' && at + 1 < length && isLetter(text.charAt(at + 1))) {
            return word(at, at + 1, length, Kind.HASHTAG);
        }
        return punctuation(c, at, length);
    }

    private int word(int start, int from, int length, Kind kind) {
        long hash = kind == Kind.HASHTAG ? (SEED ^ '#') * PRIME : SEED;
        int write = letterStarts[size];
        int at = from;
        int capitals = 0;
        int small = 0;
        boolean stretch = false;
        while (at < length) {
            char c = text.charAt(at);
            if (c == '’' || c == '`' || c == '\'') {
                if (kind == Kind.HASHTAG
                        || at + 1 >= length
                        || !isLetter(text.charAt(at + 1))
                        || at == from) {
                    break;
                }
                c = '\'';
            } else if (kind == Kind.HASHTAG ? !isNamePart(c) : !(isLetter(c) || isMark(c))) {
                break;
            }
            char low = Character.toLowerCase(c);
            if (low != c) {
                capitals++;
            } else {
                small++;
            }
            int written = write - letterStarts[size];
            if (written >= 2 && letters[write - 1] == low && letters[write - 2] == low) {
                stretch = true;
            } else {
                if (write == letters.length) {
                    letters = Arrays.copyOf(letters, 2 * write);
                }
                letters[write++] = low;
                hash = (hash ^ low) * PRIME;
            }
            at++;
        }
        add(kind, start, at, hash);
        letterStarts[size] = write;
        shouted[size - 1] = capitals >= 2 && small == 0;
        stretched[size - 1] = stretch;
        return at;
    }

    private int number(int start, int length) {
        long hash = SEED;
        int at = start;
        int digits = 0;
        while (at < length) {
            char c = text.charAt(at);
            boolean digit = c >= '0' && c <= '9';
            boolean inner =
                    (c == '.' || c == ',' || c == ':')
                            && at + 1 < length
                            && text.charAt(at + 1) >= '0'
                            && text.charAt(at + 1) <= '9';
            if (!digit && !inner) {
                break;
            }
            if (digit && ++digits <= 4) {
                hash = (hash ^ '0') * PRIME;
            }
            at++;
        }
        return add(Kind.NUMBER, start, at, hash);
    }

    private int mention(int start, int length) {
        int at = start + 1;
        while (at < length) {
            char c = text.charAt(at);
            boolean joins =
                    (c == '.' || c == '@' || c == '-')
                            && at + 1 < length
                            && isNamePart(text.charAt(at + 1));
            if (!isNamePart(c) && !joins) {
                break;
            }
            at++;
        }
        return add(Kind.MENTION, start, at, MENTION_HASH);
    }

    private int linkEnd(char first, int at, int length) {
        boolean link =
                switch (first) {
                    case 'h', 'H' -> starts("http://", at) || starts("https://", at);
                    case 'w', 'W' -> starts("www.", at);
                    case 'p' -> starts("pic.twitter.com/", at);
                    case 't' -> starts("t.co/", at);
                    default -> false;
                };
        if (!link) {
            // Data sets write a bare "http" where a link stood.
            return first == 'h' && starts("http", at) && ends(at + 4, length) ? at + 4 : at;
        }
        int end = at;
        while (end < length && text.charAt(end) > ' ' && text.charAt(end) < 127) {
            end++;
        }
        return end;
    }

    private boolean starts(String prefix, int at) {
        return text.regionMatches(true, at, prefix, 0, prefix.length());
    }

    private boolean ends(int at, int length) {
        return at >= length || !isNamePart(text.charAt(at));
    }

    private int punctuation(char c, int start, int length) {
        int at = start + 1;
        while (at < length && text.charAt(at) == c) {
            at++;
        }
        int run = Math.min(at - start, 3);
        long hash = SEED;
        for (int i = 0; i < run; i++) {
            hash = (hash ^ c) * PRIME;
        }
        add(Kind.PUNCTUATION, start, at, hash);
        stretched[size - 1] = run == 3;
        return at;
    }

    private int emoticon(int start, int end) {
        long hash = SEED;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            // The nose says nothing.
            if (c != '-' || end - start != 3) {
                hash = (hash ^ Character.toLowerCase(c)) * PRIME;
            }
        }
        return add(Kind.EMOTICON, start, end, hash);
    }

    /// A sign beyond ASCII that is no letter: an emoji, a typographic sign, or nothing at all.
    private int other(int start, int length) {
        int character = text.codePointAt(start);
        int end = Math.min(start + Character.charCount(character), length);
        if (Character.isLetter(character)) {
            return add(Kind.WORD, start, end, (SEED ^ character) * PRIME);
        }
        int type = Character.getType(character);
        boolean picture =
                type == Character.OTHER_SYMBOL
                        || (character >= 0x1F000 && character <= 0x1FAFF)
                        || character == 0x2764;
        if (picture) {
            return emoji(start, end, character, length);
        }
        return switch (type) {
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
                    end;
            default -> add(Kind.PUNCTUATION, start, end, (SEED ^ plain(character)) * PRIME);
        };
    }

    private int emoji(int start, int first, int character, int length) {
        long hash = (SEED ^ character) * PRIME;
        int end = first;
        boolean joined = false;
        while (end < length) {
            int next = text.codePointAt(end);
            int after = Math.min(end + Character.charCount(next), length);
            if (next == JOINER) {
                joined = true;
            } else if (joined) {
                hash = (hash ^ next) * PRIME;
                joined = false;
            } else if (next != VARIATION && (next < SKIN_FIRST || next > SKIN_LAST)) {
                break;
            }
            end = after;
        }
        return add(Kind.EMOJI, start, end, hash);
    }

    private int add(Kind kind, int start, int end, long hash) {
        if (size == kinds.length) {
            grow();
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        hashes[size] = hash;
        shouted[size] = false;
        stretched[size] = false;
        size++;
        letterStarts[size] = letterStarts[size - 1];
        return end;
    }

    private void grow() {
        int room = 2 * size;
        kinds = Arrays.copyOf(kinds, room);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        hashes = Arrays.copyOf(hashes, room);
        shouted = Arrays.copyOf(shouted, room);
        stretched = Arrays.copyOf(stretched, room);
        letterStarts = Arrays.copyOf(letterStarts, room + 1);
    }

    private static int plain(int character) {
        return switch (character) {
            case '“', '”', '„', '«', '»' -> '"';
            case '‘' -> '\'';
            case '–', '—' -> '-';
            default -> character;
        };
    }

    private static boolean isLetter(char c) {
        return c < 128 ? isAsciiLetter(c) : Character.isLetter(c);
    }

    private static boolean isMark(char c) {
        return c >= 0x300 && c <= 0x36F;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNamePart(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
    }
}
