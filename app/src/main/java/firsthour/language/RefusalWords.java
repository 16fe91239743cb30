package firsthour.language;

import static firsthour.language.Texts.mark;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says again in the language of the page why another machine gave nothing: it is stored in
/// English, by modules that know no other language. What is particular to one network stays so.
public final class RefusalWords {
    /// What any network, channel or feed may be refused for. Hosts, numbers and scopes fill the
    /// places: none of them has a space.
    private static final List<StoredText> KNOWN =
            Stream.of(
                            mark(
                                    "{0} answered {1}: it asks for credentials, or does not take those it was shown. Check whether they were revoked or have expired."),
                            mark(
                                    "{0} answered {1}: a proxy in between asks for a sign-in. Have it let this machine through."),
                            mark(
                                    "{0} answered {1}: a proxy of the network that this machine is in asks for a sign-in before it lets anything out."),
                            mark(
                                    "{0} answered {1}: there is nothing at this address. It may have been renamed or deleted: look for it in a browser."),
                            mark("{0} answered {1}: it is gone for good"),
                            mark("{0} answered {1}, which was not expected"),
                            mark(
                                    "{0} answered {1} with a web page: it, or a proxy in between, blocks this machine"),
                            mark("{0} answered {1}: it does not allow this"),
                            mark("{0} answered {1}: too many requests"),
                            mark("{0} answered {1}: it asks for patience"),
                            mark(
                                    "{0} answered {1}: a proxy or gateway in between gets no answer of use from it"),
                            mark("{0} answered {1}: it has trouble of its own"),
                            mark(
                                    "The permission does not go as far as this needs: it lacks the scope {0}. Connect the account again, or make a token that has it."),
                            mark("{0} answered {1} instead of a calendar."),
                            mark("{0} answered with more than {1} bytes"),
                            mark("{0} answered {1}"),
                            mark("The feed has {0} events; a list of holidays has at most {1}."),
                            mark(
                                    "The feed names {0} days off in the coming year, more than {1}, and nothing of it was taken. Look whether it is a calendar of holidays."),
                            mark(
                                    "That is a web page and no iCalendar feed. Copy the address that ends in .ics."),
                            mark("That cannot be read as an iCalendar feed."),
                            mark("There is no host named {0}"),
                            mark("There is no way to {0}"),
                            mark("Only http and https addresses are read, not {0}"),
                            mark("The address names no host"),
                            mark("The address holds a user name or password; leave that part out"),
                            mark("The request to {0} was called off"),
                            mark("Listening to {0} was called off"),
                            mark(
                                    "{0} leads to a private or reserved address. If that is meant, allow the host by name."),
                            mark("{0} did not take the connection"),
                            mark("{0} broke off in the middle of its answer"),
                            mark("{0} closed the connection without a proper answer"),
                            mark("{0} closed the connection"),
                            mark("{0} took too long to answer"),
                            mark("{0} has fallen silent"),
                            mark("{0} is asked as often as it allows already"),
                            mark("{0} redirects to no usable address"),
                            mark("{0} redirects to an address without encryption"),
                            mark("{0} redirects more than {1}×"))
                    .map(english -> StoredText.of(english, "(\\S+)"))
                    .toList();

    private RefusalWords() {}

    /// The refusal in the language of the page; as it was stored where it is none that we know.
    public static String say(String stored) {
        return known(stored).orElse(stored);
    }

    /// The language of what is [said][#say], for `lang`; null where it is that of the page.
    public static @Nullable String tongue(String stored) {
        return Language.current() == Language.ENGLISH || known(stored).isPresent()
                ? null
                : Language.ENGLISH.tag();
    }

    private static Optional<String> known(String stored) {
        var bare = stored.endsWith(".") ? stored.substring(0, stored.length() - 1) : stored;
        return find(stored).or(() -> find(bare).map(said -> said + "."));
    }

    private static Optional<String> find(String stored) {
        return KNOWN.stream()
                .flatMap(text -> text.say(stored, UnaryOperator.identity()).stream())
                .findFirst();
    }
}
