package firsthour.connectors.reading;

import firsthour.http.Answer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads which scope an access token lacks: section 3.1 of RFC 6750, `WWW-Authenticate: Bearer
/// error="insufficient_scope", scope="read:search"`.
final class MissingScope {
    private static final Pattern SCOPE = Pattern.compile("\\bscope=\"([^\"]{1,200})\"");

    private MissingScope() {}

    /// Finds the scopes that would do, as the network names them; empty where it names none.
    static Optional<String> find(Answer answer) {
        return answer.find("www-authenticate")
                .filter(asked -> asked.toLowerCase(Locale.ROOT).contains("insufficient_scope"))
                .map(SCOPE::matcher)
                .filter(Matcher::find)
                .map(found -> PlainText.clean(found.group(1)).strip())
                .filter(scope -> !scope.isEmpty());
    }

    /// What to do about it.
    static String words(String scope) {
        return "The permission does not go as far as this needs: it lacks the scope "
                + scope
                + ". Connect the account again, or make a token that has it.";
    }
}
