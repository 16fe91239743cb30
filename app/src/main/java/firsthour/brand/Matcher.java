package firsthour.brand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/// Stored queries that texts are held against. Thread-safe; close it to free its memory.
public final class Matcher implements AutoCloseable {
    private static final String TEXT = "text";

    /// At each start Lucene recommends a module that is still experimental. Held here, because a
    /// logger that nobody holds forgets its level.
    private static final Logger LUCENE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private final Words words = new Words();
    private final QueryBuilder phrases = new QueryBuilder(words);
    private final Monitor monitor;

    private Matcher(List<TrackedQuery> queries) throws QueryError {
        try {
            monitor = new Monitor(words);
            var stored = new ArrayList<MonitorQuery>();
            for (var tracked : queries) {
                stored.add(
                        new MonitorQuery(
                                tracked.brandId() + "/" + tracked.id(),
                                lucene(QueryParser.parse(tracked.query()))));
            }
            monitor.register(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Prepares queries for matching.
    ///
    /// @throws QueryError for the first query that cannot be read
    public static Matcher of(List<TrackedQuery> queries) throws QueryError {
        return new Matcher(queries);
    }

    /// The brands that each text mentions.
    ///
    /// @return one set of brand ids for each text, in the order of the texts
    public List<Set<Long>> match(List<String> texts) {
        var brands = new ArrayList<Set<Long>>(texts.size());
        if (texts.isEmpty()) {
            return brands;
        }
        var documents = texts.stream().map(Matcher::document).toArray(Document[]::new);
        try {
            var matches = monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
            for (int i = 0; i < documents.length; i++) {
                var found = new TreeSet<Long>();
                for (var match : matches.getMatches(i)) {
                    var id = match.getQueryId();
                    found.add(Long.valueOf(id.substring(0, id.indexOf('/'))));
                }
                brands.add(found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return brands;
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.close();
    }

    private static Document document(String text) {
        var document = new Document();
        document.add(new TextField(TEXT, Words.plain(text), Field.Store.NO));
        return document;
    }

    private Query lucene(Expression expression) {
        return switch (expression) {
            case Expression.Phrase(var text, var prefix) -> prefix ? prefix(text) : phrase(text);
            case Expression.And(var parts) -> joined(parts, Occur.MUST);
            case Expression.Or(var parts) -> joined(parts, Occur.SHOULD);
            case Expression.Not(var part) ->
                    // Alone, an exclusion matches nothing in Lucene.
                    new BooleanQuery.Builder()
                            .add(new MatchAllDocsQuery(), Occur.MUST)
                            .add(lucene(part), Occur.MUST_NOT)
                            .build();
        };
    }

    private Query joined(List<Expression> parts, Occur occur) {
        var joined = new BooleanQuery.Builder();
        parts.forEach(part -> joined.add(lucene(part), occur));
        return joined.build();
    }

    private Query phrase(String text) {
        return phrases.createPhraseQuery(TEXT, Words.plain(text));
    }

    /// Several words before the star must all be there; only the last is a beginning.
    private Query prefix(String text) {
        var plain = Words.plain(text).strip();
        int last = plain.lastIndexOf(' ') + 1;
        var beginning =
                new PrefixQuery(new Term(TEXT, plain.substring(last).toLowerCase(Locale.ROOT)));
        if (last == 0) {
            return beginning;
        }
        return new BooleanQuery.Builder()
                .add(phrase(plain.substring(0, last)), Occur.MUST)
                .add(beginning, Occur.MUST)
                .build();
    }
}
