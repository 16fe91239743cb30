package firsthour.response;

import firsthour.mention.PostText;
import firsthour.response.check.Context;
import firsthour.response.check.Context.Customer;
import firsthour.response.check.Context.Space;
import firsthour.triage.ReplyKind;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts together what the check has to know of a case.
@Singleton
class Contexts {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’-]+");

    private final SaidRows said;
    private final ReplyRows replies;
    private final WaiverRows waivers;
    private final StockReplies stock;
    private final Snippets snippets;
    private final Sending sending;

    Contexts(
            SaidRows said,
            ReplyRows replies,
            WaiverRows waivers,
            StockReplies stock,
            Snippets snippets,
            Sending sending) {
        this.said = said;
        this.replies = replies;
        this.waivers = waivers;
        this.stock = stock;
        this.snippets = snippets;
        this.sending = sending;
    }

    /// What is known of a case; empty when there is none.
    @Transactional(readOnly = true)
    Optional<Context> find(long caseId, long memberId, ReplyKind kind) {
        return said.findBrand(caseId).map(brandId -> context(caseId, brandId, memberId, kind));
    }

    /// What is known of praise and of who wrote it.
    @Transactional(readOnly = true)
    Context ofPraise(PraiseRows.Listed praise, long memberId, Optional<Way> way) {
        return new Context(
                false,
                new Customer(
                        Optional.ofNullable(praise.author()), Optional.ofNullable(praise.handle())),
                replies.findName(memberId).orElse(""),
                PostText.joined(praise.title(), praise.text()),
                way.map(it -> new Space(it.network(), it.limit())),
                false,
                dictionary(praise.brandId()),
                snippets.list(praise.brandId()).stream().map(Snippet::text).toList(),
                stock.find(praise.brandId()));
    }

    private Context context(long caseId, long brandId, long memberId, ReplyKind kind) {
        var wrote = said.findWrote(caseId);
        var first = wrote.stream().findFirst();
        return new Context(
                kind == ReplyKind.ANSWER,
                new Customer(
                        first.map(SaidRows.Wrote::authorName),
                        first.map(SaidRows.Wrote::authorHandle)),
                replies.findName(memberId).orElse(""),
                wrote.stream()
                        .map(it -> PostText.joined(it.title(), it.text()))
                        .collect(Collectors.joining("\n\n")),
                sending.findWay(caseId).map(way -> new Space(way.network(), way.limit())),
                waivers.isPromiseRecorded(caseId),
                dictionary(brandId),
                snippets.list(brandId).stream().map(Snippet::text).toList(),
                // One line that asks is like every other.
                kind == ReplyKind.FOLLOW_UP ? List.of() : stock.find(brandId));
    }

    /// The words that managers added, and the names of the brand and of its accounts.
    private Set<String> dictionary(long brandId) {
        var right = new HashSet<String>();
        snippets.listWords(brandId).forEach(it -> add(it.word(), right));
        said.findNames(brandId).forEach(it -> add(it, right));
        return right;
    }

    private static void add(String name, Set<String> right) {
        NO_LETTERS.splitAsStream(name.toLowerCase(Locale.ROOT)).forEach(right::add);
    }
}
