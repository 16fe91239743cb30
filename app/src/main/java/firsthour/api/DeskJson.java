package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.reporting.DeskFigures;
import java.util.List;

/// How the desk did its work in a week.
///
/// @param exposureMinutes without an answer, each times those who may have read the post
/// @param exposed how many cases that were
/// @param latePauses that were set after the customer had already replied
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeskJson(
        long exposureMinutes,
        int exposed,
        DeskFigures.Looks looks,
        int latePauses,
        RemediesJson remedies) {

    /// What customers were given.
    ///
    /// @param worth by currency
    /// @param rules of the house under which they were given, the most frequent first; at most 10
    record RemediesJson(
            int given,
            List<DeskFigures.Sum> worth,
            List<KindJson> kinds,
            List<DeskFigures.Rule> rules) {}

    /// Remedies of one kind.
    ///
    /// @param figure by which the report's page lists them
    record KindJson(String figure, int given) {}

    static DeskJson of(DeskFigures desk) {
        var remedies = desk.remedies();
        return new DeskJson(
                desk.exposure(),
                desk.exposed(),
                desk.looks(),
                desk.latePauses(),
                new RemediesJson(
                        remedies.given(),
                        remedies.worth(),
                        remedies.kinds().stream()
                                .map(kind -> new KindJson(kind.figure().slug(), kind.given()))
                                .toList(),
                        remedies.rules()));
    }
}
