package firsthour.web.cases;

import java.util.regex.Pattern;

/// Addresses of lists of cases, which travel through the browser and come back.
final class Lists {
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9=&%+._*-]{0,1000}");

    private Lists() {}

    /// A list as the query of an address; empty for what is none.
    static String clean(String query) {
        return QUERY.matcher(query).matches() ? query : "";
    }

    /// The list with a case open beside it.
    static String path(String query, long caseId) {
        return "/queue?" + (query.isEmpty() ? "" : query + "&") + "case=" + caseId;
    }
}
