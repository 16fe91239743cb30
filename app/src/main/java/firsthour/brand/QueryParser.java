package firsthour.brand;

import static firsthour.language.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads a tracked query: words, `"phrases"`, `begin*`, `AND`, `OR`, `NOT` or `-`, parentheses.
/// Words side by side must all appear. `NOT` binds tighter than `AND`, `AND` tighter than `OR`.
final class QueryParser {
    private static final int MAX_DEPTH = 50;

    private final String query;
    private int at;
    private int depth;

    private QueryParser(String query) {
        this.query = query;
    }

    /// Parses a query.
    ///
    /// @throws QueryError saying where it does not parse, and what was expected
    static Expression parse(String query) throws QueryError {
        var parser = new QueryParser(query);
        var expression = parser.or();
        if (parser.peek() == ')') {
            throw parser.error(t("a “)” without its “(”"));
        }
        if (expression.matchesWithoutWords()) {
            throw new QueryError(
                    query,
                    0,
                    t("the query only excludes; expected at least one word that must appear"));
        }
        return expression;
    }

    private Expression or() throws QueryError {
        var parts = new ArrayList<Expression>();
        parts.add(and());
        while (operator("OR")) {
            parts.add(and());
        }
        return joined(parts, () -> new Expression.Or(List.copyOf(parts)));
    }

    private Expression and() throws QueryError {
        var parts = new ArrayList<Expression>();
        parts.add(not());
        while (operator("AND") || startsTerm()) {
            parts.add(not());
        }
        return joined(parts, () -> new Expression.And(List.copyOf(parts)));
    }

    private static Expression joined(List<Expression> parts, Supplier<Expression> several) {
        return parts.size() == 1 ? parts.getFirst() : several.get();
    }

    private Expression not() throws QueryError {
        if (operator("NOT")) {
            return nested(() -> new Expression.Not(not()));
        }
        if (peek() == '-') {
            at++;
            return nested(() -> new Expression.Not(not()));
        }
        return term();
    }

    private Expression term() throws QueryError {
        return switch (peek()) {
            case '(' -> nested(this::group);
            case '"' -> quoted();
            case '\0' ->
                    throw error(t("a word, a “phrase” or “(” was expected, but the query ends"));
            case ')' -> throw error(t("a word, a “phrase” or “(” was expected, but found “)”"));
            default -> word();
        };
    }

    private Expression group() throws QueryError {
        int open = at++;
        var inner = or();
        if (peek() != ')') {
            throw new QueryError(query, open, t("this “(” is never closed; expected “)”"));
        }
        at++;
        return inner;
    }

    /// Keeps a hostile query from exhausting the stack.
    private Expression nested(Part part) throws QueryError {
        if (++depth > MAX_DEPTH) {
            throw error(t("the query is nested too deeply; at most {0} are allowed", MAX_DEPTH));
        }
        var inner = part.parse();
        depth--;
        return inner;
    }

    private interface Part {
        Expression parse() throws QueryError;
    }

    private Expression quoted() throws QueryError {
        int open = at;
        int close = query.indexOf('"', open + 1);
        if (close < 0) {
            throw new QueryError(
                    query, open, t("this quotation mark is never closed; expected “\"”"));
        }
        at = close + 1;
        return phrase(query.substring(open + 1, close), open);
    }

    private Expression word() throws QueryError {
        int start = at;
        while (at < query.length()
                && !Character.isWhitespace(query.charAt(at))
                && "()\"".indexOf(query.charAt(at)) < 0) {
            at++;
        }
        var word = query.substring(start, at);
        if (isOperator(word)) {
            throw new QueryError(
                    query,
                    start,
                    t("a word was expected, but found {0}; put it in quotes to search it", word));
        }
        return phrase(word, start);
    }

    private Expression phrase(String words, int start) throws QueryError {
        boolean prefix = words.endsWith("*");
        var bare = (prefix ? words.substring(0, words.length() - 1) : words).strip();
        if (bare.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new QueryError(query, start, t("expected at least one letter or digit"));
        }
        if (bare.indexOf('*') >= 0) {
            throw new QueryError(
                    query, start, t("“*” is allowed only at the end of a word, as in begin*"));
        }
        return new Expression.Phrase(bare, prefix);
    }

    private boolean startsTerm() {
        char next = peek();
        return next != '\0' && next != ')' && !nextIs("OR") && !nextIs("AND");
    }

    private boolean operator(String name) {
        if (!nextIs(name)) {
            return false;
        }
        at += name.length();
        return true;
    }

    private boolean nextIs(String name) {
        peek();
        int end = at + name.length();
        return query.startsWith(name, at)
                && (end == query.length()
                        || Character.isWhitespace(query.charAt(end))
                        || "()\"".indexOf(query.charAt(end)) >= 0);
    }

    private static boolean isOperator(String word) {
        return word.equals("AND") || word.equals("OR") || word.equals("NOT");
    }

    /// Skips white space; NUL at the end.
    private char peek() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
            at++;
        }
        return at < query.length() ? query.charAt(at) : '\0';
    }

    private QueryError error(String expected) {
        return new QueryError(query, at, expected);
    }
}
