package firsthour.response;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.brand.Brands;
import firsthour.brand.Rejected;
import firsthour.events.Event;
import firsthour.events.EventLog;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/// What a brand gives those who answer for it: facts to insert, and words that are right. Managers
/// keep them.
@Singleton
public class Snippets {
    /// Characters of a name.
    public static final int LONGEST_NAME = 60;

    /// Characters of a fact. Whoever wants to store a whole reply runs out of them.
    public static final int LONGEST = 300;

    /// Characters of a word.
    public static final int LONGEST_WORD = 60;

    /// So many of each for a brand.
    static final int MOST = 200;

    private static final Pattern GREETING =
            Pattern.compile(
                    "^(?:dear|hello|hi|hey|good (?:morning|afternoon|evening))\\b"
                            + "|\\b(?:(?:kind|best|warm) regards|yours sincerely|sincerely yours"
                            + "|we (?:are|'re|’re) (?:so |very |really )?sorry|we apologi[sz]e)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}'’&.-]*");

    private final SnippetRows rows;
    private final DictionaryRows words;
    private final Brands brands;
    private final EventLog events;

    Snippets(SnippetRows rows, DictionaryRows words, Brands brands, EventLog events) {
        this.rows = rows;
        this.words = words;
        this.brands = brands;
        this.events = events;
    }

    /// A brand's facts by their names.
    @Transactional(readOnly = true)
    public List<Snippet> list(long brandId) {
        return rows.findByBrandIdOrderByName(brandId);
    }

    /// A brand's words in their order.
    @Transactional(readOnly = true)
    public List<DictionaryWord> listWords(long brandId) {
        return words.findByBrandIdOrderByWord(brandId);
    }

    /// Adds a fact.
    ///
    /// @throws Rejected when it is blank, too long or a whole reply, when its name is taken, or
    ///   when there are too many
    @Transactional
    public Snippet add(long brandId, long memberId, String name, String text) {
        var title = name.strip().replaceAll("\\s+", " ");
        if (title.isEmpty() || title.length() > LONGEST_NAME) {
            throw new Rejected("name", t("A name has 1 to {0} characters.", LONGEST_NAME));
        }
        var fact = fact(text);
        brands.lock(brandId);
        if (rows.findByBrandIdAndName(brandId, title).isPresent()) {
            throw new Rejected("name", t("There is a fact “{0}” already. Change that one.", title));
        }
        if (rows.countByBrandId(brandId) >= MOST) {
            throw new Rejected(
                    "name", t("There are {0} facts already. Remove one that nobody needs.", MOST));
        }
        var added = rows.save(new Snippet(0, brandId, title, fact, 1));
        events.append(new Event.SnippetAdded(brandId, memberId, added.id()));
        return added;
    }

    /// Changes what a fact says.
    ///
    /// @param version as the person saw it
    /// @return false when somebody else changed or removed it meanwhile: then nothing was changed
    /// @throws Rejected when the text is blank, too long or a whole reply
    @Transactional
    public boolean change(long brandId, long memberId, long id, long version, String text) {
        var changed = rows.change(id, brandId, version, fact(text)) == 1;
        if (changed) {
            events.append(new Event.SnippetChanged(brandId, memberId, id));
        }
        return changed;
    }

    /// Removes a fact. What was written with it stays.
    @Transactional
    public void remove(long brandId, long memberId, long id) {
        if (rows.deleteByIdAndBrandId(id, brandId) == 1) {
            events.append(new Event.SnippetRemoved(brandId, memberId, id));
        }
    }

    /// Declares a word right.
    ///
    /// @throws Rejected when it is no single word, too long or there already, or there are too many
    @Transactional
    public DictionaryWord addWord(long brandId, long memberId, String word) {
        var clean = word.strip();
        if (clean.length() > LONGEST_WORD || !WORD.matcher(clean).matches()) {
            throw new Rejected(
                    "word",
                    t(
                            "Enter one word of at most {0} letters. Add the words of a name one by one.",
                            LONGEST_WORD));
        }
        brands.lock(brandId);
        if (words.findByBrandIdAndWord(brandId, clean).isPresent()) {
            throw new Rejected("word", t("“{0}” is there already.", clean));
        }
        if (words.countByBrandId(brandId) >= MOST) {
            throw new Rejected(
                    "word", t("There are {0} words already. Remove one that nobody needs.", MOST));
        }
        var added = words.save(new DictionaryWord(0, brandId, clean));
        events.append(new Event.DictionaryWordAdded(brandId, memberId, added.id()));
        return added;
    }

    /// Takes a word out: from then on it is a mistake again.
    @Transactional
    public void removeWord(long brandId, long memberId, long id) {
        if (words.deleteByIdAndBrandId(id, brandId) == 1) {
            events.append(new Event.DictionaryWordRemoved(brandId, memberId, id));
        }
    }

    private static String fact(String text) {
        var fact = text.strip();
        if (fact.isEmpty() || fact.length() > LONGEST) {
            throw new Rejected(
                    "text",
                    t(
                            "A fact has 1 to {0} characters: say one thing. This one has {1}.",
                            LONGEST, number(fact.length())));
        }
        if (GREETING.matcher(fact).find()) {
            throw new Rejected(
                    "text",
                    t(
                            "This is a reply, not a fact. Leave out greeting, apology and farewell: those are written anew for each customer."));
        }
        return fact;
    }
}
