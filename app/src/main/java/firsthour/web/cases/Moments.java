package firsthour.web.cases;

import static firsthour.language.Texts.t;

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
                            t("{0} wrote", wrote.author().orElse(t("The customer"))),
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
                            t("{0} spoke with the customer {1}", contact.who(), contact.how()),
                            contact.note().orElse(null),
                            null);
            case Waived waived ->
                    new Moment(
                            waived.at(),
                            "note",
                            t("{0} let stand: {1}", waived.who(), waived.what()),
                            waived.reason(),
                            null);
            case Noted noted ->
                    new Moment(noted.at(), "note", t("Note for colleagues"), noted.text(), null);
        };
    }

    private static String reply(WeReplied reply) {
        return switch (reply.kind()) {
            case ACKNOWLEDGEMENT ->
                    reply.who()
                            .map(name ->
                                    reply.found()
                                            ? t("{0} acknowledged, seen on the network", name)
                                            : t("{0} acknowledged", name))
                            .orElseGet(() -> t("We acknowledged, found on the network"));
            case ANSWER ->
                    reply.who()
                            .map(name ->
                                    reply.found()
                                            ? t("{0} answered, seen on the network", name)
                                            : t("{0} answered", name))
                            .orElseGet(() -> t("We answered, found on the network"));
            case FOLLOW_UP ->
                    reply.who()
                            .map(name ->
                                    reply.found()
                                            ? t("{0} followed up, seen on the network", name)
                                            : t("{0} followed up", name))
                            .orElseGet(() -> t("We followed up, found on the network"));
        };
    }
}
