package firsthour.response;

import static java.util.stream.Collectors.toMap;

import firsthour.response.check.Context.Told;
import firsthour.response.check.Shingles;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// What the team said lately, taken apart for the stock-reply meter. A reply never changes, so what
/// was taken apart is kept as long as it is among the newest.
@Singleton
class StockReplies {
    /// So many of a brand's newest replies are compared.
    static final int MOST = 500;

    private final SaidRows rows;
    private final Map<Long, Map<Long, Told>> known = new ConcurrentHashMap<>();

    StockReplies(SaidRows rows) {
        this.rows = rows;
    }

    /// A brand's newest replies, the newest first.
    @Transactional(readOnly = true)
    List<Told> find(long brandId) {
        var ids = rows.findNewest(brandId, MOST);
        var before = known.getOrDefault(brandId, Map.of());
        var fresh = ids.stream().filter(id -> !before.containsKey(id)).toList();
        var added =
                fresh.isEmpty()
                        ? Map.<Long, Told>of()
                        : rows.findTexts(fresh).stream()
                                .map(it -> new Told(it.id(), Shingles.of(it.text())))
                                .collect(toMap(Told::id, told -> told));
        var all =
                ids.stream()
                        .map(id -> before.containsKey(id) ? before.get(id) : added.get(id))
                        .filter(Objects::nonNull)
                        .toList();
        known.put(brandId, all.stream().collect(toMap(Told::id, told -> told)));
        return all;
    }
}
