package firsthour.connectors.youtube;

import firsthour.connectors.Descriptor;
import firsthour.connectors.reading.GoogleConsent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What YouTube gives, asks for and cannot give.
final class Description {
    static final Descriptor OF =
            new Descriptor(
                            "youtube",
                            "YouTube comments",
                            Stream.of(
                                            List.of(
                                                    new Descriptor.Field(
                                                            YouTubeConnector.CHANNEL,
                                                            "Id of the channel, which begins with UC",
                                                            true,
                                                            false,
                                                            "UC_x5XG1OV2P6uZZ5FSM9Ttw"),
                                                    new Descriptor.Field(
                                                            YouTubeConnector.KEY,
                                                            "API key, from Google Cloud",
                                                            true,
                                                            true,
                                                            "AIza…")),
                                            GoogleConsent.fields(false),
                                            List.of(
                                                    new Descriptor.Field(
                                                            YouTubeConnector.ENDPOINT,
                                                            "Address of the API, if not the public one",
                                                            false,
                                                            false,
                                                            YouTubeConnector.PUBLIC.toString())))
                                    .flatMap(List::stream)
                                    .toList(),
                            true,
                            false,
                            true,
                            Duration.ofMinutes(10),
                            List.of(
                                    "The first pull reaches back 7 days.",
                                    "Only comments below the videos of one channel are read, not the videos"
                                            + " themselves and not other channels.",
                                    "A comment that does not name the brand is not found, even below the"
                                            + " brand's own video.",
                                    "A reply is missed that comes long after the comment that it answers.",
                                    "Comments that wait for approval are not shown.",
                                    "Answering needs a connected Google account and costs 50 of the day's"
                                            + " 10,000 units."))
                    .setUpBy(
                            "Open https://console.cloud.google.com, choose a project, and"
                                    + " switch on the “YouTube Data API v3”.",
                            "Under APIs & Services → Credentials create an API key, restrict"
                                    + " it to that API, and copy it into “API key”.",
                            "Open the channel on YouTube → About → Share channel → Copy"
                                    + " channel ID, and enter it as “Id of the channel”. One source"
                                    + " reads the comments of one channel.",
                            "To answer from here, create an OAuth client of the kind “Web"
                                    + " application” there as well. Put the redirect address that"
                                    + " stands below among its redirect addresses, and copy its id into"
                                    + " “Client id” and its secret into “Client secret”.",
                            "Take the consent screen out of the state “Testing”: as long as"
                                    + " it is in it, access ends after 7 days.",
                            "Add the source: it reads at once. To answer, open its page,"
                                    + " which leads you to Google: sign in with the account of the"
                                    + " brand's channel, and allow access.")
                    .leavesUnconfirmed(
                            "How the search matches words, and whether it looks into replies.",
                            "Whether the name shown is the handle of every author.",
                            "Whether a comment may have 10,000 characters.",
                            "How YouTube tells which of several comments are gone.")
                    // https://developers.google.com/youtube/terms/developer-policies
                    .keptAtMost(Duration.ofDays(30));

    private Description() {}
}
