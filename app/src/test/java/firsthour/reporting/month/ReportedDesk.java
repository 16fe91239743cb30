package firsthour.reporting.month;

import firsthour.reporting.DeskFigures;
import firsthour.reporting.DeskFigures.Kind;
import firsthour.reporting.DeskFigures.Looks;
import firsthour.reporting.DeskFigures.Remedies;
import firsthour.reporting.DeskFigures.Rule;
import firsthour.reporting.DeskFigures.Sum;
import java.util.stream.Stream;

/// What a report says of the desk, taken apart as in [Reported].
final class ReportedDesk {
    private ReportedDesk() {}

    static Stream<String> of(DeskFigures desk) {
        return switch (desk) {
            case DeskFigures(
                            var exposure,
                            var exposed,
                            Looks(var asked, var approved, var edited, var sentBack, var lapsed),
                            var latePauses,
                            Remedies(var given, var worth, var kinds, var rules)) ->
                    Stream.of(
                                    Stream.of(
                                            Told.line("exposure", exposure),
                                            Told.line("exposed", exposed),
                                            Told.line("looks asked for", asked),
                                            Told.line("approved", approved),
                                            Told.line("edited", edited),
                                            Told.line("sent back", sentBack),
                                            Told.line("lapsed", lapsed),
                                            Told.line("late pauses", latePauses),
                                            Told.line("remedies", given)),
                                    worth.stream().map(ReportedDesk::worth),
                                    rules.stream().map(ReportedDesk::rule),
                                    kinds.stream().map(ReportedDesk::kind))
                            .flatMap(part -> part);
        };
    }

    private static String worth(Sum sum) {
        return switch (sum) {
            case Sum(var currency, var amount) -> Told.worth(currency, amount);
        };
    }

    private static String rule(Rule rule) {
        return switch (rule) {
            case Rule(var name, var given) -> Told.line("by rule " + name, given);
        };
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case Kind(var figure, var given) -> Told.behind(figure, given);
        };
    }
}
