package firsthour.recovery;

import static firsthour.language.Texts.t;

import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/// Authors of whom a person knows that they are one, on whatever networks. A link is between two,
/// and both their cases are looked at again for signs when it comes and when it goes; what they
/// wrote is not decided about anew.
@Singleton
public class SamePersons {
    private static final int MOST_HANDLE = 190;

    private final SamePersonRows rows;
    private final PublicWords words;
    private final Networks networks;
    private final EventLog events;
    private final Clock clock;

    SamePersons(
            SamePersonRows rows,
            PublicWords words,
            Networks networks,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.words = words;
        this.networks = networks;
        this.events = events;
        this.clock = clock;
    }

    /// Who else the customer of a case is known to be.
    @Transactional(readOnly = true)
    public List<SamePerson> findByCase(long caseId) {
        return rows.findByCase(caseId);
    }

    /// Notes that the customer of a case is another author as well.
    ///
    /// @param network of the other
    /// @param typed the other's handle, with or without `@`
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Attempt link(long caseId, Actor actor, String network, String typed) {
        return mayWork(caseId, actor, () -> link(caseId, actor.memberId(), network, typed.strip()));
    }

    /// Takes that back.
    ///
    /// @throws NoSuchElementException where the case's customer has no such link
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Attempt unlink(long caseId, long linkId, Actor actor) {
        return mayWork(
                caseId,
                actor,
                () -> {
                    var row =
                            rows.find(caseId, linkId)
                                    .filter(it -> rows.remove(it) > 0)
                                    .orElseThrow(
                                            () -> new NoSuchElementException("No link " + linkId));
                    lookAgain(row);
                    events.append(
                            new Event.AuthorsUnlinked(
                                    caseId, row.brandId(), actor.memberId(), linkId));
                    return new Attempt.Done();
                });
    }

    /// Forgets authors of whom nothing is kept any more.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void forget() {
        rows.forget();
    }

    private Attempt link(long caseId, long by, String network, String typed) {
        var customer =
                rows.findAuthor(caseId)
                        .orElseThrow(() -> new NoSuchElementException("No case " + caseId));
        var handle = customer.handle();
        if (handle == null) {
            return refused(t("Nobody knows who wrote on this case: there is nobody to link."));
        }
        var namesOnly = networks.listNamesOnly();
        if (namesOnly.contains(customer.network())) {
            return refused(
                    t(
                            "Where this case was written, a name may be several people's: it cannot be linked."));
        }
        if (typed.isEmpty() || typed.length() > MOST_HANDLE) {
            return new Attempt.Invalid(
                    "handle", t("Write the handle as it stands at the other's posts."));
        }
        if (namesOnly.contains(network)) {
            return new Attempt.Invalid(
                    "network", t("There a name may be several people's. Choose another network."));
        }
        var spelt = rows.findSpelling(customer.brandId(), network, spellings(typed)).orElse(null);
        if (spelt == null) {
            return new Attempt.Invalid(
                    "handle",
                    t(
                            "Nobody of that name has written about the brand there. Copy the handle from a post."));
        }
        if (network.equals(customer.network()) && spelt.equals(handle)) {
            return new Attempt.Invalid("handle", t("That is the customer of this case already."));
        }
        return save(
                caseId,
                new SamePersonRows.Row(
                        0,
                        customer.brandId(),
                        customer.network(),
                        handle,
                        network,
                        spelt,
                        by,
                        clock.instant()));
    }

    private Attempt save(long caseId, SamePersonRows.Row link) {
        // The smaller direction first, whichever of both cases it is noted from: of two who note it
        // at once one waits for the other.
        var first = link.isFirst() ? link : link.mirrored();
        if (rows.add(first) == 0) {
            return new Attempt.Invalid("handle", t("That is noted already."));
        }
        rows.add(first.mirrored());
        lookAgain(link);
        var id =
                rows.getId(
                        link.brandId(),
                        link.network(),
                        link.handle(),
                        link.otherNetwork(),
                        link.otherHandle());
        events.append(new Event.AuthorsLinked(caseId, link.brandId(), link.linkedBy(), id));
        return new Attempt.Done();
    }

    private void lookAgain(SamePersonRows.Row link) {
        rows.lookAtCases(
                link.brandId(),
                link.network(),
                link.handle(),
                link.otherNetwork(),
                link.otherHandle());
    }

    private Attempt mayWork(long caseId, Actor actor, Supplier<Attempt> deed) {
        return switch (words.checkClosing(caseId, actor)) {
            case Outcome.Done _ -> deed.get();
            case Outcome refused -> new Attempt.Refused(refused);
        };
    }

    private static List<String> spellings(String typed) {
        var bare = typed.startsWith("@") ? typed.substring(1) : typed;
        return List.of(bare, "@" + bare, Brands.normalHandle(bare));
    }

    private static Attempt refused(String advice) {
        return new Attempt.Refused(new Outcome.NotPossible(advice));
    }
}
