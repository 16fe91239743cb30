package firsthour.sentiment.speed;

import firsthour.sentiment.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// What the benchmarks judge: nine English posts to one in another language, in a fixed order.
final class Posts {
    private static final List<String> LANGUAGES =
            List.of("arabic", "french", "german", "italian", "portuguese", "spanish");

    private static final List<String> OWN_ENGLISH =
            List.of(
                    "@acme third time I ask where my order is. Still no answer, and you took my money",
                    "The battery died after a week :( I want a refund https://acme.example/r/1",
                    "Lovely coffee at @acme this morning, thank you for the quick service!",
                    "never buying from you again #fail #acme",
                    "why does the app log me out EVERY single time I try to pay?!",
                    "We went to the new shop at the harbour on Monday, nothing special, a bit pricey",
                    "my parcel was due on Tuesday, nobody replies to my mails 😡😡",
                    "The staff was rude but the food was great, so who knows",
                    "Two hours on hold and then they hung up. Well done @acme, worst support ever");

    private static final List<String> OWN_FOREIGN =
            List.of(
                    "Das Paket kam zwei Tage zu spät und niemand hat Bescheid gesagt.",
                    "Le colis est arrivé avec deux jours de retard, c'est nul.",
                    "El paquete llegó dos días tarde y nadie me avisó.",
                    "Il pacco è arrivato con due giorni di ritardo, che vergogna.",
                    "A encomenda chegou com dois dias de atraso e ninguém avisou.",
                    "وصل الطرد متأخرا يومين ولم يخبرني أحد.");

    private Posts() {}

    /// Tweets from the folder of labelled sets, or a few sentences of our own.
    ///
    /// @param folder empty for our own
    static List<String> mixed(String folder) throws IOException {
        if (folder.isEmpty()) {
            return mixed(OWN_ENGLISH, OWN_FOREIGN);
        }
        var foreign = new ArrayList<String>();
        for (var language : LANGUAGES) {
            foreign.addAll(texts(Path.of(folder, "language", language + ".dev.tsv")));
        }
        Collections.shuffle(foreign, new Random(1));
        return mixed(texts(Path.of(folder, "polarity", "tweeteval.dev.tsv")), foreign);
    }

    /// The post with the longest word in it that has a capital, as the brand that is asked for;
    /// with its first word where none has.
    static Subject named(String post) {
        var words = List.of(post.strip().split("[^\\p{L}\\p{N}]+", -1));
        var brand =
                words.stream()
                        .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
                        .max(Comparator.comparingInt(String::length))
                        .or(() -> words.stream().filter(word -> !word.isEmpty()).findFirst());
        return new Subject(post, brand, Optional.empty(), OptionalInt.empty(), Map.of());
    }

    private static List<String> mixed(List<String> english, List<String> foreign) {
        var all = new ArrayList<String>();
        for (int i = 0; i < english.size(); i++) {
            all.add(english.get(i));
            if (i % 9 == 8) {
                all.add(foreign.get(i / 9 % foreign.size()));
            }
        }
        return all;
    }

    private static List<String> texts(Path table) throws IOException {
        var lines = Files.readAllLines(table);
        int text = Arrays.asList(lines.getFirst().split("\t", -1)).indexOf("text");
        return lines.stream().skip(1).map(line -> line.split("\t", -1)[text]).toList();
    }
}
