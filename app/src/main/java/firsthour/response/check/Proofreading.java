package firsthour.response.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.ResultCache;
import org.languagetool.rules.CategoryId;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.spelling.morfologik.MorfologikSpeller;

/// English spelling and grammar, by LanguageTool, in this process: nothing is sent anywhere. Its
/// rules load on first use, which takes seconds; sentences that were read are remembered, so that
/// of a text that grows only its last sentence is read again. American and British spelling are
/// both right.
///
/// One text is read at a time.
public final class Proofreading {
    /// Beyond, nobody writes in public, and each sentence costs.
    public static final int MOST = 5_000;

    private static final int REMEMBERED = 2_000;

    /// How the rules are called that look words up.
    private static final String SPELLER = "MORFOLOGIK_RULE";

    /// What tells mistakes. Of style, typography and redundancy nobody wants to hear while somebody
    /// waits for an answer.
    private static final Set<String> KEPT =
            Set.of(
                    "TYPOS",
                    "GRAMMAR",
                    "CONFUSED_WORDS",
                    "NONSTANDARD_PHRASES",
                    "MULTITOKEN_SPELLING");

    private static final Proofreading SHARED = new Proofreading();

    private final FutureTask<Tool> loading = new FutureTask<>(Tool::load);
    private final AtomicBoolean begun = new AtomicBoolean();

    /// A mistake.
    ///
    /// @param spelling a word that no dictionary has; else something about the grammar
    /// @param end behind its last UTF-16 unit
    /// @param words what is wrong, a sentence
    /// @param instead the likeliest first
    public record Slip(boolean spelling, int start, int end, String words, List<String> instead) {}

    /// The one of this process: its dictionaries take about 100 MB and never change.
    public static Proofreading shared() {
        return SHARED;
    }

    /// Begins to load, where nobody has yet.
    public void prepare() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("proofreading").start(loading);
        }
    }

    /// Whether it reads at once.
    public boolean isReady() {
        return loading.isDone();
    }

    /// Reads the first [#MOST] characters; waits until it is loaded.
    public List<Slip> read(String text) {
        prepare();
        try {
            return loading.get().read(text.substring(0, Math.min(MOST, text.length())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the dictionaries load", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The dictionaries cannot be loaded", e.getCause());
        }
    }

    /// LanguageTool, which reads one text at a time.
    private static final class Tool {
        private final ReentrantLock turn = new ReentrantLock();
        private final JLanguageTool tool;
        private final MorfologikSpeller british;

        private Tool(JLanguageTool tool, MorfologikSpeller british) {
            this.tool = tool;
            this.british = british;
        }

        static Tool load() {
            var tool =
                    new JLanguageTool(
                            Languages.getLanguageForShortCode("en-US"),
                            null,
                            new ResultCache(REMEMBERED));
            tool.getAllRules().stream()
                    .map(rule -> rule.getCategory().getId())
                    .filter(category -> !KEPT.contains(category.toString()))
                    .distinct()
                    .map(CategoryId::toString)
                    .forEach(id -> tool.disableCategory(new CategoryId(id)));
            try {
                var loaded = new Tool(tool, new MorfologikSpeller("/en/hunspell/en_GB.dict"));
                // The first text loads the dictionaries.
                var _ = loaded.read("Their is a mistake in tihs sentence.");
                return loaded;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<Slip> read(String text) {
            turn.lock();
            try {
                var slips = new ArrayList<Slip>();
                for (var match : tool.check(text)) {
                    // What is remembered of a sentence knows its rule by the name alone.
                    var spelling = match.getRule().getId().startsWith(SPELLER);
                    var fragment = text.substring(match.getFromPos(), match.getToPos());
                    if (!spelling || british.isMisspelled(fragment)) {
                        slips.add(slip(match, spelling));
                    }
                }
                return slips;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                turn.unlock();
            }
        }

        private static Slip slip(RuleMatch match, boolean spelling) {
            return new Slip(
                    spelling,
                    match.getFromPos(),
                    match.getToPos(),
                    match.getMessage().replaceAll("</?suggestion>", "“").strip(),
                    match.getSuggestedReplacements().stream().limit(3).toList());
        }
    }

    /// Whether a fragment is a word that somebody has declared right.
    static boolean isKnown(String fragment, Set<String> dictionary) {
        var word = fragment.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
        return dictionary.contains(word)
                || (word.endsWith("'s")
                        && dictionary.contains(word.substring(0, word.length() - 2)));
    }
}
