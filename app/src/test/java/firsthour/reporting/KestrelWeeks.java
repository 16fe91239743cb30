package firsthour.reporting;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// Two invented weeks of an invented coffee house, 2026-W45 and W46, for a report with something in
/// it.
public final class KestrelWeeks {
    private static final Instant FIRST_MONDAY = Instant.parse("2026-11-01T23:00:00Z");
    private static final List<String> ANGRY =
            List.of(
                    "Third time I ask where my order is. I used to love this place, won’t be back.",
                    "Kestrel charged me twice for one flat white and nobody answers the phone.",
                    "Waited 40 minutes at the Harbour branch, then they had lost my order.",
                    "The new lids leak. My coat, my bag, my laptop. Thanks for nothing, Kestrel.",
                    "Ordered beans nine days ago. Tracking still says “label created”.",
                    "Honestly a little disappointed with the oat cappuccino today. It used to be so good.");
    private static final List<String> CALM =
            List.of(
                    "Meeting at the Kestrel on Mill Street at ten, who joins?",
                    "Does Kestrel still have the Ethiopian single origin?",
                    "Kestrel opens a second branch near the station next spring.");
    private static final List<String> GLAD =
            List.of(
                    "Best cortado in town, and they remembered my name.",
                    "Kestrel replaced the broken grinder the same day. That is how you do it.");

    private final Ledger ledger;
    private final Random random = new Random(46);

    public KestrelWeeks(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Writes the weeks of a brand of this name and returns its id.
    public long write(String name) throws SQLException {
        long brand = ledger.brand(name, "Europe/Berlin");
        var sources =
                List.of(
                        ledger.sourceNamed("Mastodon"),
                        ledger.sourceNamed("Hacker News"),
                        ledger.sourceNamed("Google Alerts: “kestrel coffee”"),
                        ledger.sourceNamed("Reviews"));
        long mia = ledger.member("Mia Okafor");
        long jon = ledger.member("Jón Þórsson");
        for (int i = 0; i < 270; i++) {
            var published =
                    FIRST_MONDAY.plusSeconds(random.nextLong(Duration.ofDays(14).toSeconds()));
            boolean history = i % 40 == 0;
            var source = (int) Math.min(3, Math.abs(random.nextGaussian()) * 1.6);
            var lag =
                    history
                            ? Duration.ofDays(4)
                            : Duration.ofSeconds(
                                    (long)
                                            (60
                                                    * (1 + 6 * source)
                                                    * Math.exp(random.nextGaussian())));
            say(brand, sources.get(source), published, published.plus(lag), history, mia, jon);
        }
        for (int i = 0; i < 9; i++) {
            ledger.foundReply(
                    brand,
                    sources.getFirst(),
                    FIRST_MONDAY.plus(Duration.ofHours(150 + 20 * i)),
                    i % 3 == 0);
        }
        return brand;
    }

    private void say(
            long brand,
            long source,
            Instant published,
            Instant detected,
            boolean history,
            long mia,
            long jon)
            throws SQLException {
        double mood = random.nextDouble();
        var judged =
                mood < 0.3
                        ? "NEGATIVE"
                        : mood < 0.7 ? "NEUTRAL" : mood < 0.93 ? "POSITIVE" : "UNDETERMINED";
        var words =
                mood < 0.3
                        ? ANGRY
                        : mood < 0.7
                                ? CALM
                                : mood < 0.93 ? GLAD : List.of("¡Qué rico el café de Kestrel!");
        var said =
                ledger.say(
                        brand,
                        source,
                        published,
                        detected,
                        judged,
                        history,
                        words.get(random.nextInt(words.size())));
        if (!judged.equals("NEGATIVE") || history) {
            return;
        }
        int priority = 30 + random.nextInt(60);
        var kept =
                ledger.open(
                        said,
                        "COMPLAINT",
                        priority,
                        priority > 70 ? "says they will leave" : "a customer waits",
                        random.nextBoolean() ? mia : jon);
        var heard = detected.plusSeconds((long) (1500 * Math.exp(1.3 * random.nextGaussian())));
        var answer = heard.plusSeconds((long) (16000 * Math.exp(1.3 * random.nextGaussian())));
        boolean silent = random.nextInt(9) == 0;
        if (random.nextInt(12) == 0) {
            ledger.close(
                    kept,
                    "DISMISSED",
                    detected.plusSeconds(900),
                    random.nextBoolean() ? "NOT_ABOUT_US" : "SPAM");
            ledger.clock(
                    kept,
                    1,
                    "ACKNOWLEDGEMENT",
                    detected,
                    detected.plusSeconds(3600),
                    null,
                    detected.plusSeconds(900));
            ledger.clock(
                    kept,
                    1,
                    "ANSWER",
                    detected,
                    detected.plusSeconds(86400),
                    null,
                    detected.plusSeconds(900));
            return;
        }
        ledger.clock(
                kept,
                1,
                "ACKNOWLEDGEMENT",
                detected,
                detected.plusSeconds(3600),
                silent ? null : heard,
                null);
        ledger.clock(
                kept,
                1,
                "ANSWER",
                detected,
                detected.plusSeconds(86400),
                silent ? null : answer,
                null);
        if (!silent) {
            ledger.reply(kept, "ACKNOWLEDGEMENT", heard);
            ledger.reply(kept, "ANSWER", answer);
        }
    }
}
