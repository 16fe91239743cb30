package firsthour.response.check;

import java.util.List;

/// Looks for one thing. The same text and context always give the same findings.
@FunctionalInterface
interface Rule {
    List<Finding> check(String text, Context context);
}
