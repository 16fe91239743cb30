package firsthour.reporting.month;

import firsthour.brand.Brands;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.clocks.Breaches;
import firsthour.connectors.Post;
import firsthour.intake.Intake;
import firsthour.response.FoundReplyLinking;
import firsthour.response.PromiseWatch;
import firsthour.scoring.Judging;
import firsthour.time.ControlledTime;
import firsthour.triage.Covers;
import firsthour.triage.SilenceWatch;
import firsthour.triage.Triage;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/// Four weeks of a brand, in which summer time ends: posts come in one by one, and the desk works
/// them, each deed in a transaction of its own and at its time.
final class Month {
    static final Instant BEGIN = Instant.parse("2026-10-11T22:00:00Z");
    static final Duration LENGTH = Duration.ofDays(28);

    private static final Duration SWEEP = Duration.ofMinutes(30);
    private static final String CUSTOMERS = "mastodon";

    private final ApplicationContext context;
    private final ControlledTime time;
    private final Desk desk;
    private final Ledgers ledgers;
    private final Agenda agenda;
    private final Random random = new Random(46);
    private final Source source;
    final long brand;

    Month(ApplicationContext context, Ledgers ledgers) throws Exception {
        this.context = context;
        this.time = context.getBean(ControlledTime.class);
        this.desk = context.getBean(Desk.class);
        this.ledgers = ledgers;
        time.set(BEGIN.minus(Duration.ofDays(1)));
        this.agenda = new Agenda(time);
        var brands = context.getBean(Brands.class);
        this.brand = brands.addWithQuery("Kestrel", "Europe/Berlin", "kestrel").id();
        brands.addOwnAccount(brand, CUSTOMERS, "kestrelcares", false);
        brands.addOwnAccount(brand, CUSTOMERS, "kestrelbot", true);
        this.source = context.getBean(Sources.class).get(ledgers.addSource(CUSTOMERS));
        desk.join();
    }

    /// Plays everything that happens before an instant.
    void play(Instant until) {
        agenda.play(until);
    }

    /// Puts so many posts on the agenda, of which about one in seven complains, and whatever goes
    /// on by itself.
    void plan(int posts) {
        for (int i = 0; i < posts; i++) {
            var published = BEGIN.plusSeconds(random.nextLong(LENGTH.toSeconds()));
            int mood = random.nextInt(100);
            var text = mood < 15 ? Words.COMPLAINT : mood < 25 ? Words.PRAISE : Words.CALM;
            var lag =
                    random.nextInt(40) == 0
                            ? Duration.ofHours(60)
                            : Duration.ofSeconds(20 + random.nextInt(1500));
            var id = "p" + i;
            arrive(id, "author" + i, text, Optional.empty(), published, lag);
        }
        for (var at = BEGIN; at.isBefore(BEGIN.plus(LENGTH.plusDays(16))); at = at.plus(SWEEP)) {
            agenda.add(at, this::sweep);
        }
        for (int day = 0; day < LENGTH.toDays(); day += 2) {
            int who = day / 2;
            agenda.add(
                    BEGIN.plus(Duration.ofHours(24 * day + 9)),
                    () -> desk.goAway(who, Duration.ofHours(20 + random.nextInt(60))));
        }
    }

    private void sweep() {
        context.getBean(Breaches.class).sweep();
        context.getBean(Covers.class).sweep();
        while (context.getBean(PromiseWatch.class).sweepBatch()) {
            // Until none waits.
        }
        while (context.getBean(SilenceWatch.class).sweepBatch()) {
            // Until none waits.
        }
    }

    private void arrive(
            String id,
            String author,
            String text,
            Optional<String> answered,
            Instant published,
            Duration lag) {
        agenda.add(
                published.plus(lag),
                () -> {
                    take(post(id, author, text, answered, published));
                    ledgers.findOpened(id).ifPresent(caseId -> work(caseId, id, author));
                });
    }

    private void take(Post post) {
        context.getBean(Intake.class).store(source, List.of(post), false, 0);
        while (context.getBean(Judging.class).judgeBatch() > 0) {
            // Until none waits.
        }
        context.getBean(Triage.class).sweep();
        context.getBean(FoundReplyLinking.class).sweep();
    }

    private static Post post(
            String id, String author, String text, Optional<String> answered, Instant published) {
        return new Post(
                id,
                Optional.of(URI.create("https://network.example/" + id)),
                Optional.empty(),
                text,
                Optional.of(
                        new Post.Author(
                                author, Optional.empty(), Optional.empty(), OptionalLong.empty())),
                Optional.of("en"),
                OptionalInt.empty(),
                answered,
                published,
                Optional.empty());
    }

    /// Decides how a case fares that was opened just now.
    private void work(long caseId, String post, String author) {
        var opened = time.now();
        int way = random.nextInt(100);
        if (way < 5) {
            return;
        }
        if (way < 25) {
            write(post, author, opened.plus(some(4 * 60)));
        }
        if (way < 14) {
            answerOnTheNetwork(caseId, post, way < 8 ? "kestrelbot" : "kestrelcares", opened);
        }
        later(some(18), () -> claim(caseId, post, author, way));
    }

    /// A median of so many minutes, and now and then many times that.
    private Duration some(int minutes) {
        return Duration.ofSeconds(
                1 + (long) (minutes * 60 * Math.exp(1.2 * random.nextGaussian())));
    }

    private void later(Duration after, Runnable what) {
        agenda.add(time.now().plus(after), what);
    }

    private void write(String post, String author, Instant at) {
        arrive(
                post + "-again" + random.nextInt(1_000_000),
                author,
                Words.AGAIN,
                Optional.of(post),
                at,
                Duration.ofSeconds(60 + random.nextInt(600)));
    }

    /// A native reply, which is found hours later.
    private void answerOnTheNetwork(long caseId, String post, String account, Instant opened) {
        var said = opened.plus(some(30));
        arrive(
                "own" + caseId,
                account,
                random.nextBoolean() ? Words.ANSWER : Words.ACKNOWLEDGEMENT,
                Optional.of(post),
                said,
                Duration.ofMinutes(90 + random.nextInt(400)));
    }

    private void claim(long caseId, String post, String author, int way) {
        var by = desk.atWork(random);
        if (by.isEmpty()) {
            later(Duration.ofHours(1), () -> claim(caseId, post, author, way));
            return;
        }
        desk.claim(caseId, by.get());
        if (way >= 85) {
            later(some(20), () -> desk.dismiss(caseId));
            if (way < 88) {
                return;
            }
            later(Duration.ofHours(9), () -> dismissBySlip(caseId));
            return;
        }
        later(some(12), () -> acknowledge(caseId, post, author, way));
    }

    private void dismissBySlip(long caseId) {
        desk.reopen(caseId);
        later(
                some(5),
                () -> {
                    desk.dismiss(caseId);
                    later(Duration.ofSeconds(20), () -> desk.undo(caseId));
                    later(some(60), () -> desk.answer(caseId));
                });
    }

    private void acknowledge(long caseId, String post, String author, int way) {
        var said = time.now();
        // Some write down later what they said.
        later(
                way % 4 == 0 ? Duration.ofMinutes(25) : Duration.ofSeconds(5),
                () -> desk.acknowledge(caseId, said));
        if (way % 5 == 0) {
            later(Duration.ofMinutes(30), () -> handOver(caseId, way % 2 == 0));
        }
        if (way % 6 == 0) {
            later(Duration.ofMinutes(45), () -> desk.await(caseId));
            if (way % 4 == 0) {
                write(post, author, time.now().plus(Duration.ofMinutes(50)).plus(some(300)));
            } else {
                later(some(600).plusHours(1), () -> desk.stopWaiting(caseId));
            }
        }
        later(some(200).plusHours(1), () -> answer(caseId, post, author, way));
    }

    private void handOver(long caseId, boolean accepts) {
        desk.atWork(random)
                .ifPresent(to -> {
                    desk.offer(caseId, to);
                    later(some(8), () -> desk.settleOffer(caseId, to, accepts));
                });
    }

    private void answer(long caseId, String post, String author, int way) {
        desk.answer(caseId);
        if (way % 3 == 0) {
            desk.promise(caseId, Duration.ofHours(20));
            var after = some(900);
            if (way % 9 == 0) {
                later(after, () -> desk.withdrawPromises(caseId));
            } else {
                later(after, () -> desk.keepPromises(caseId));
            }
        }
        later(
                some(240),
                () -> {
                    desk.resolve(caseId);
                    if (way % 8 == 1) {
                        write(post, author, time.now().plus(some(900)));
                        later(Duration.ofHours(40), () -> desk.answer(caseId));
                        later(Duration.ofHours(41), () -> desk.resolve(caseId));
                    } else if (way % 8 == 2) {
                        later(some(1200), () -> desk.reopen(caseId));
                        later(Duration.ofHours(30), () -> desk.answer(caseId));
                        later(Duration.ofHours(31), () -> desk.resolve(caseId));
                    }
                });
    }
}
