package firsthour.response.check;

import static firsthour.language.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What belongs to one customer alone and is about to be read by all. What the brand itself tells
/// in public, its own number or address, stands among its facts and is none.
final class PrivateDataRule implements Rule {
    /// What looks like an address and is the name of an account begins with an `@`.
    private static final Pattern MAIL =
            Pattern.compile("@?[\\w.+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    private static final Pattern ORDER =
            Pattern.compile(
                    "\\b(?:order|parcel|shipment|tracking|invoice|booking|reference|customer|ticket"
                            + "|account|voucher)"
                            + "(?:\\s+(?:number|no\\.?|nr\\.?|code|id))?\\s*(?:is|:)?\\s*"
                            + "(#?\\p{Alnum}*\\d[\\p{Alnum}-]{3,})|(?<!\\w)#\\d{4,}",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w/#.-])\\+?\\(?\\d[\\d ()/.-]{5,}\\d(?![\\w-])");
    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}.*");
    private static final Pattern LINK = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_DIGITS = 7;

    @Override
    public List<Finding> check(String text, Context context) {
        var facts = Words.letters(String.join(" ", context.facts()));
        var links = LINK.matcher(text).results().toList();
        var found = new ArrayList<Finding>();
        MAIL.matcher(text)
                .results()
                .filter(mail -> !mail.group().startsWith("@"))
                .forEach(mail -> add(mail, t("an e-mail address"), text, facts, links, found));
        ORDER.matcher(text)
                .results()
                .forEach(order ->
                        add(order, t("the number of an order"), text, facts, links, found));
        NUMBER.matcher(text)
                .results()
                .filter(PrivateDataRule::isNumber)
                .forEach(phone ->
                        add(phone, t("a telephone or account number"), text, facts, links, found));
        return found;
    }

    private static boolean isNumber(MatchResult match) {
        return match.group().replaceAll("\\D", "").length() >= FEWEST_DIGITS
                && !DATE.matcher(match.group()).matches();
    }

    private static void add(
            MatchResult match,
            String what,
            String text,
            String facts,
            List<MatchResult> links,
            List<Finding> found) {
        int start =
                match.groupCount() > 0 && match.group(1) != null ? match.start(1) : match.start();
        int end = match.end();
        boolean known = facts.contains(Words.letters(text.substring(start, end)));
        boolean linked =
                links.stream().anyMatch(link -> link.start() <= start && end <= link.end());
        boolean again = found.stream().anyMatch(it -> it.start() < end && start < it.end());
        if (!known && !linked && !again) {
            found.add(
                    Finding.at(
                            Concern.PRIVATE_DATA,
                            Weight.MUST,
                            start,
                            end,
                            t(
                                    "This looks like {0}, and everybody will read it. Take it out, and ask for it in a private message.",
                                    what)));
        }
    }
}
