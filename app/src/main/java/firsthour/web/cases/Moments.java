package firsthour.web.cases;

import firsthour.response.TimelineEntry;
import firsthour.response.TimelineEntry.CustomerWrote;
import firsthour.response.TimelineEntry.Happened;
import firsthour.response.TimelineEntry.InPrivate;
import firsthour.response.TimelineEntry.Noted;
import firsthour.response.TimelineEntry.Waived;
import firsthour.response.TimelineEntry.WeReplied;
import firsthour.web.cases.CasePage.Moment;

/// Says what happened, one sentence each.
final class Moments {
    private Moments() {}

    static Moment of(TimelineEntry entry) {
        return switch (entry) {
            case CustomerWrote wrote ->
                    new Moment(
                            wrote.at(),
                            "customer",
                            wrote.author().orElse("The customer") + " wrote",
                            null,
                            null);
            case WeReplied reply ->
                    new Moment(
                            reply.at(),
                            "us",
                            reply(reply),
                            reply.text(),
                            Labels.safeLink(reply.url()).orElse(null));
            case Happened happened ->
                    new Moment(happened.at(), "deed", happened.words(), null, null);
            case InPrivate contact ->
                    new Moment(
                            contact.at(),
                            "us",
                            "%s spoke with the customer %s".formatted(contact.who(), contact.how()),
                            contact.note().orElse(null),
                            null);
            case Waived waived ->
                    new Moment(
                            waived.at(),
                            "note",
                            "%s let stand: %s".formatted(waived.who(), waived.what()),
                            waived.reason(),
                            null);
            case Noted noted ->
                    new Moment(noted.at(), "note", "Note for colleagues", noted.text(), null);
        };
    }

    private static String reply(WeReplied reply) {
        var deed =
                switch (reply.kind()) {
                    case ACKNOWLEDGEMENT -> "acknowledged";
                    case ANSWER -> "answered";
                    case FOLLOW_UP -> "followed up";
                };
        return reply.who()
                .map(name ->
                        reply.found()
                                ? name + " " + deed + ", seen on the network"
                                : name + " " + deed)
                .orElse("We " + deed + ", found on the network");
    }
}
