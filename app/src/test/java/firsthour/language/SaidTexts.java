package firsthour.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The English texts that our sources say, read out of `t("…")`, `mark("…")` and `count(n, "…",
/// "…")`.
public final class SaidTexts {
    static final Path SOURCES = Path.of("src/main");
    private static final Path SCRIPTS = SOURCES.resolve("resources/static");

    /// One literal, or several that are added up.
    private static final String TEXT =
            "(\"(?:[^\"\\\\]|\\\\.)*+\"(?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*+\")*+)";

    /// What stands before the texts of a count, with calls inside calls.
    private static final String NUMBER = "(?:[^\"(),]|\\((?:[^\"()]|\\([^\"()]*\\))*\\))*";

    private static final Pattern ONE =
            Pattern.compile("(?<![\\w.])(?:Texts\\.)?(?:t|mark)\\(\\s*" + TEXT + "\\s*[,)]");
    private static final Pattern COUNT =
            Pattern.compile(
                    "(?<![\\w.])count\\(\\s*" + NUMBER + ",\\s*" + TEXT + "\\s*,\\s*" + TEXT);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private SaidTexts() {}

    /// What pages say: templates and classes.
    static Set<String> ofPages() {
        return in(SOURCES, name -> name.endsWith(".jte") || name.endsWith(".java"));
    }

    /// An English text of ours, with whatever values stand in it.
    public record Sentence(Pattern pattern) {
        private static final Pattern PLACE = Pattern.compile("\\{\\d}");

        /// Fewer letters of our own say nothing.
        private static final int TELLING = 10;

        static Stream<Sentence> of(String text) {
            var own = PLACE.split(text, -1);
            int letters = Stream.of(own).mapToInt(String::length).sum();
            return own.length > 1 && letters < TELLING
                    ? Stream.of()
                    : Stream.of(
                            new Sentence(
                                    Pattern.compile(
                                            Stream.of(own)
                                                    .map(Pattern::quote)
                                                    .collect(Collectors.joining(".+")))));
        }

        public boolean matches(String said) {
            return pattern.matcher(said).matches();
        }
    }

    /// What must not be met by a reader of German: all whose German is another text.
    public static List<Sentence> thatDiffer() {
        return Catalogue.of(Language.GERMAN).entrySet().stream()
                .filter(text -> !text.getKey().equals(text.getValue()))
                .map(text -> text.getKey().substring(text.getKey().indexOf('|') + 1))
                .filter(text -> !Catalogue.of(Language.GERMAN).containsValue(text))
                .flatMap(Sentence::of)
                .toList();
    }

    static Set<String> ofScripts() {
        return in(SCRIPTS, name -> name.endsWith(".js"));
    }

    private static Set<String> in(Path folder, java.util.function.Predicate<String> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> wanted.test(file.toString()))
                    .map(SaidTexts::read)
                    .flatMap(SaidTexts::texts)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> texts(String source) {
        return Stream.concat(
                        ONE.matcher(source).results().map(found -> found.group(1)),
                        COUNT.matcher(source)
                                .results()
                                .flatMap(found -> Stream.of(found.group(1), found.group(2))))
                .map(SaidTexts::joined);
    }

    private static String joined(String literals) {
        return LITERAL.matcher(literals)
                .results()
                .map((MatchResult literal) -> literal.group(1).translateEscapes())
                .collect(Collectors.joining());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
