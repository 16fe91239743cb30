package firsthour.reporting.month;

import firsthour.brand.Brands;
import firsthour.brand.Sources;
import firsthour.causes.Grouping;
import firsthour.clocks.Breaches;
import firsthour.connectors.Post;
import firsthour.intake.Intake;
import firsthour.recovery.Signs;
import firsthour.response.FoundReplyLinking;
import firsthour.response.PromiseWatch;
import firsthour.response.SecondLookWatch;
import firsthour.scoring.Judging;
import firsthour.scoring.SpotChecks;
import firsthour.sentiment.Polarity;
import firsthour.time.ControlledTime;
import firsthour.triage.Climb;
import firsthour.triage.Covers;
import firsthour.triage.SilenceWatch;
import firsthour.triage.Triage;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/// Four weeks of a brand, in which summer time ends: posts come in pull by pull, and the desk works
/// them, each deed in a transaction of its own and at its time. The schedules of the application
/// run as well, each hour.
final class Month {
    static final Instant BEGIN = Instant.parse("2026-10-11T22:00:00Z");
    static final Instant END = BEGIN.plus(Duration.ofDays(28));

    /// When whoever was answered last has had thirty days to come back, and all is done.
    static final Instant AFTER = END.plus(Duration.ofDays(36));

    private static final List<String> NETWORKS = List.of("mastodon", "hackernews");

    private final ApplicationContext context;
    private final Team team;
    private final Care care;
    private final Ledgers ledgers;
    private final Random random = new Random(46);
    private final Agenda agenda;
    private final Customers customers;
    private final Course course;
    private final List<Long> sources = new ArrayList<>();
    private long lastCase;
    final long brand;

    Month(ApplicationContext context, Ledgers ledgers) throws Exception {
        this.context = context;
        this.team = context.getBean(Team.class);
        this.care = context.getBean(Care.class);
        this.ledgers = ledgers;
        var time = context.getBean(ControlledTime.class);
        time.set(BEGIN.minus(Duration.ofDays(1)));
        this.agenda = new Agenda(time, random);
        this.customers = new Customers(agenda, random, this::take);
        this.course =
                new Course(agenda, random, team, context.getBean(Desk.class), care, customers);
        var brands = context.getBean(Brands.class);
        // One of which nothing may be counted comes first.
        brands.addWithQuery("Harrier", "America/New_York", "harrier");
        this.brand =
                brands.addWithQuery("Kestrel", "Europe/Berlin", "kestrel OR kestrelcares").id();
        for (var network : NETWORKS) {
            brands.addOwnAccount(brand, network, "kestrelcares", false);
            brands.addOwnAccount(brand, network, "kestrelbot", true);
            sources.add(ledgers.addSource(network));
        }
        team.join();
    }

    /// Plays everything that happens before an instant, and what the schedules do then.
    void play(Instant until) {
        agenda.play(until);
        sweep();
    }

    /// Puts so many posts on the agenda, of which about one in eight complains, and whatever goes
    /// on by itself.
    void plan(int posts) {
        for (int i = 0; i < posts; i++) {
            say("p" + i, "author" + random.nextInt(posts));
        }
        for (var at = BEGIN; at.isBefore(AFTER); at = at.plus(Duration.ofHours(1))) {
            if (at.isBefore(END.plus(Duration.ofDays(7))) || at.getEpochSecond() % 86_400 == 0) {
                agenda.add(at, this::sweep);
            }
        }
        for (int day = 0; day < 28; day++) {
            int who = day;
            var morning = BEGIN.plus(Duration.ofHours(24 * day + 9));
            agenda.add(morning, () -> lookBack(posts / 2_000));
            if (day % 2 == 0) {
                agenda.add(
                        morning, () -> team.goAway(who, Duration.ofHours(20 + random.nextInt(60))));
            }
        }
    }

    private void say(String id, String author) {
        int mood = random.nextInt(100);
        var text =
                mood < 8
                        ? Words.complaint(random)
                        : mood < 18 ? Words.praise(random) : Words.calm(random);
        // Some speak of the other brand as well.
        if (random.nextInt(25) == 0) {
            text += " Harrier too.";
        }
        var rating = OptionalInt.empty();
        if (mood % 6 == 0) {
            rating = OptionalInt.of(mood < 8 ? 1 + mood % 2 : 4);
        }
        customers.write(
                sources.get(random.nextInt(5) / 4),
                id,
                author,
                text,
                rating,
                BEGIN.plusSeconds(random.nextLong(Duration.between(BEGIN, END).toSeconds())),
                random.nextInt(40) == 0
                        ? Duration.ofHours(60)
                        : Duration.ofSeconds(20 + random.nextInt(1_200)));
    }

    private void take(long source, List<Post> posts) {
        var from = context.getBean(Sources.class).get(source);
        context.getBean(Intake.class).store(from, posts, false, 0);
        settle();
    }

    /// Judges and decides, and lets begin what comes of it.
    private void settle() {
        while (context.getBean(Judging.class).judgeBatch() > 0) {
            // Until none waits.
        }
        context.getBean(Triage.class).sweep();
        context.getBean(FoundReplyLinking.class).sweep();
        for (var opened : ledgers.listOpened(brand, lastCase)) {
            lastCase = opened.caseId();
            course.begin(opened);
        }
    }

    private void sweep() {
        context.getBean(Breaches.class).sweep();
        context.getBean(Covers.class).sweep();
        context.getBean(Climb.class).sweep();
        context.getBean(Climb.class).sweepUnclaimed();
        context.getBean(SecondLookWatch.class).sweep();
        context.getBean(SpotChecks.class).drawDue();
        context.getBean(Grouping.class).sweep();
        var promises = context.getBean(PromiseWatch.class);
        var silence = context.getBean(SilenceWatch.class);
        var signs = context.getBean(Signs.class);
        while (promises.sweepBatch() || silence.sweepBatch()) {
            // Until none waits.
        }
        while (signs.sweepMentions()) {
            // Until all cases are known.
        }
        while (signs.sweepCase()) {
            // Until none is left to look at.
        }
    }

    /// Somebody thanks who praised, and says what the judgement had wrong.
    private void lookBack(int often) {
        team.atWork(random)
                .ifPresent(by -> {
                    care.thankSome(brand, by);
                    care.checkSome(brand, by, random);
                    var listed = ledgers.listUncorrected(brand, 2 * often);
                    for (int i = 0; i < listed.size(); i++) {
                        care.correct(
                                listed.get(i),
                                by,
                                i % 2 == 0 ? Polarity.NEGATIVE : Polarity.POSITIVE);
                    }
                });
        settle();
    }
}
