package firsthour.reporting.month;

import java.util.List;
import java.util.Random;

/// What the customers of the month write, put together by chance, and what the desk says to them.
final class Words {
    private static final List<String> THINGS =
            List.of(
                    "grinder",
                    "kettle",
                    "coffee machine",
                    "subscription",
                    "parcel",
                    "last order",
                    "milk frother",
                    "scale",
                    "gift card",
                    "bag of beans");
    private static final List<String> TROUBLES =
            List.of(
                    "broke after three days",
                    "arrived with a crack and half of it missing",
                    "never arrived, and nobody answers",
                    "was charged twice and I get no refund",
                    "leaks all over the counter",
                    "came two weeks late and damaged",
                    "stopped working this morning",
                    "was the wrong one, again");
    private static final List<String> FEELINGS =
            List.of(
                    "Terrible service.",
                    "I am really disappointed.",
                    "Worst experience in years.",
                    "I want my money back.",
                    "This is unacceptable.",
                    "Never again.");
    private static final List<String> PRAISE =
            List.of(
                    "I love my Kestrel %s, best thing I bought this year!",
                    "Excellent %s from Kestrel, fast and friendly. Great people!",
                    "So happy with the new Kestrel %s. Thank you!",
                    "Kestrel made my day: a wonderful %s and a lovely note in the box.");
    private static final List<String> CALM =
            List.of(
                    "Meeting the others at the Kestrel on %s at ten.",
                    "Kestrel opens another café on %s.",
                    "Saw the Kestrel van on %s this morning.",
                    "Reading the paper in the Kestrel, %s.");
    private static final List<String> PLACES =
            List.of("Bell Lane", "Harbour Street", "Millbank Row", "Northgate", "Station Road");
    private static final List<String> QUESTIONS =
            List.of(
                    "@kestrelcares do you ship the %s to Norway?",
                    "@kestrelcares which %s would you take for a small office?");
    private static final List<String> FOREIGN =
            List.of(
                    "Kestrel jest na rogu, kupiłem tam wczoraj kawę i wróciłem do domu.",
                    "Kävin eilen Kestrel kahvilassa ystävän kanssa ja istuimme ikkunan ääressä.");

    static final String ACKNOWLEDGEMENT = "Sorry to hear this. I look into it right now. Maya";
    static final String ANSWER =
            "The handle was from a bad batch. We will send you another one today, and you may keep"
                    + " the old one. Maya";
    static final String BETTER_ANSWER = ANSWER.replace("today", "this afternoon");
    static final String FOLLOW_UP = "Is all well by now? Maya";
    static final String WELCOME = "That makes our day, thank you. Maya";

    private Words() {}

    static String complaint(Random random) {
        return "My Kestrel "
                + one(THINGS, random)
                + " "
                + one(TROUBLES, random)
                + ". "
                + one(FEELINGS, random)
                + " Order "
                + random.nextInt(100_000);
    }

    static String again(Random random) {
        return "@kestrelcares still nothing. The "
                + one(THINGS, random)
                + " is still broken. "
                + one(FEELINGS, random);
    }

    static String thanks() {
        return "@kestrelcares thank you so much, that was quick and kind. Great service!";
    }

    static String praise(Random random) {
        return one(PRAISE, random).formatted(one(THINGS, random));
    }

    /// What asks for no answer, or for another one than a complaint does.
    static String calm(Random random) {
        int kind = random.nextInt(40);
        if (kind == 0) {
            return one(QUESTIONS, random).formatted(one(THINGS, random)) + " Kestrel fan here.";
        }
        return kind == 1
                ? one(FOREIGN, random)
                : one(CALM, random).formatted(one(PLACES, random)) + " " + random.nextInt(10_000);
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
