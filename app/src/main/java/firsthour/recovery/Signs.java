package firsthour.recovery;

import firsthour.brand.Networks;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.recovery.SignRows.Look;
import firsthour.recovery.SignRows.Seen;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/// Signs that customers were won back: a rating that was raised, thanks, praise, all of it after a
/// public word of ours. They are looked for anew wherever something was said or judged, so that
/// what is no sign any more goes again. Any number of nodes may sweep at once.
@Singleton
public class Signs {
    private static final int SIZE = 100;

    private final SignRows rows;
    private final Networks networks;
    private final EventLog events;
    private final Clock clock;

    Signs(SignRows rows, Networks networks, EventLog events, Clock clock) {
        this.rows = rows;
        this.networks = networks;
        this.events = events;
        this.clock = clock;
    }

    /// The signs of a case, the oldest first.
    @Transactional(readOnly = true)
    public List<Sign> findByCase(long caseId) {
        return rows.findByCase(caseId).stream().map(SignRows.Told::sign).toList();
    }

    /// Finds the cases that mentions may tell something about.
    ///
    /// @return whether there may be more
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public boolean sweepMentions() {
        var looks = rows.lockMentions(SIZE);
        if (!looks.isEmpty()) {
            rows.lookAtCasesOf(
                    looks.stream().map(Look::about).distinct().toList(), networks.listNamesOnly());
            rows.settle(looks.stream().map(Look::id).toList());
        }
        return looks.size() == SIZE;
    }

    /// Looks at one case: of two nodes that do, one waits.
    ///
    /// @return whether there may be more
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public boolean sweepCase() {
        var look = rows.lockCase();
        look.ifPresent(found -> {
            rows.settle(List.of(found.id()));
            rows.lock(found.about()).ifPresent(this::lookAt);
        });
        return look.isPresent();
    }

    private void lookAt(SignRows.OfCase at) {
        var wanted =
                rows.findFirstReply(at.id())
                        .map(replied -> rows.findWanted(at.id(), replied, networks.listNamesOnly()))
                        .orElse(List.of());
        for (var sign : wanted) {
            if (rows.add(
                            at.id(),
                            at.brandId(),
                            sign.kind(),
                            sign.mentionId(),
                            sign.at(),
                            clock.instant())
                    == 1) {
                lookAtOthers(sign);
                events.append(
                        new Event.CustomerWonBack(
                                at.id(),
                                at.brandId(),
                                sign.mentionId(),
                                sign.kind().name(),
                                sign.at()));
            }
        }
        for (var sign : rows.findStanding(at.id())) {
            if (isGone(sign, wanted, at)
                    && rows.remove(at.id(), sign.kind(), sign.mentionId()) == 1) {
                lookAtOthers(sign);
                events.append(
                        new Event.WonBackWithdrawn(
                                at.id(), at.brandId(), sign.mentionId(), sign.kind().name()));
            }
        }
    }

    /// Praise is a sign of one case: what it is here it is no more, or now, on another.
    private void lookAtOthers(Seen sign) {
        if (sign.kind() == SignKind.PRAISE) {
            rows.lookAgain(sign.mentionId());
        }
    }

    /// Whose case was forgotten cannot be told any more to be the author of some praise; it stays.
    private static boolean isGone(Seen sign, List<Seen> wanted, SignRows.OfCase at) {
        return wanted.stream().noneMatch(sign::isAlso)
                && (sign.kind() != SignKind.PRAISE || at.authorHandle() != null);
    }
}
