package firsthour.sentiment.toward;

import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.text.Occurrences;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.text.Tokens.Kind;

/// How a post is made: where it names the target, what else it may name, what it is written with.
final class Shape {
    static final int FIGURES = 24;

    private int capitals;
    private int others;
    private int links;
    private int hashtags;
    private int accounts;
    private int numbers;
    private boolean faces;
    private boolean asks;
    private boolean asksOfTarget;
    private boolean exclaims;

    private Shape() {}

    /// Where nothing else is named, or there is one clause only, the whole speaks of the target:
    /// its logits are told once more.
    ///
    /// @param to begins with the figures of the whole post
    static void write(
            float[] to,
            int from,
            String post,
            Tokens tokens,
            Layout layout,
            Occurrences occurrences) {
        var shape = new Shape();
        for (int t = 0; t < tokens.size(); t++) {
            shape.add(post, tokens, layout, t);
        }
        int at = from;
        Kind kind = tokens.kind(occurrences.first(0));
        boolean alone = shape.others == 0;
        to[at++] = (float) occurrences.first(0) / tokens.size();
        to[at++] = occurrences.size() > 1 ? 1 : 0;
        to[at++] = kind == Kind.MENTION ? 1 : 0;
        to[at++] = kind == Kind.HASHTAG ? 1 : 0;
        to[at++] = alone ? 1 : 0;
        to[at++] = share(shape.others, 4);
        to[at++] = layout.hasOneClause() ? 1 : 0;
        to[at++] = share(tokens.size(), 40);
        to[at++] = shape.capitals == 0 ? 1 : 0;
        to[at++] = share(shape.capitals, 8);
        to[at++] = shape.links > 0 ? 1 : 0;
        to[at++] = share(shape.hashtags, 4);
        to[at++] = share(shape.accounts, 4);
        to[at++] = shape.asks ? 1 : 0;
        to[at++] = shape.asksOfTarget ? 1 : 0;
        to[at++] = shape.exclaims ? 1 : 0;
        to[at++] = share(shape.numbers, 4);
        to[at++] = shape.faces ? 1 : 0;
        for (int k = 0; k < 3; k++) {
            float whole = to[WordScores.FIGURES + k];
            to[at++] = alone ? whole : 0;
            to[at++] = layout.hasOneClause() ? whole : 0;
        }
    }

    private static float share(int count, int most) {
        return (float) Math.min(count, most) / most;
    }

    private void add(String post, Tokens tokens, Layout layout, int token) {
        char first = post.charAt(tokens.start(token));
        boolean capital = Character.isUpperCase(first);
        switch (tokens.kind(token)) {
            case WORD -> capitals += capital ? 1 : 0;
            case LINK -> links++;
            case HASHTAG -> hashtags++;
            case MENTION -> accounts++;
            case NUMBER -> numbers++;
            case EMOJI, EMOTICON -> faces = true;
            case PUNCTUATION -> {
                exclaims |= first == '!';
                asks |= first == '?';
                asksOfTarget |= first == '?' && token > 0 && layout.isWithTarget(token - 1);
            }
        }
        others += !layout.isTarget(token) && Layout.isName(post, tokens, token) ? 1 : 0;
    }
}
