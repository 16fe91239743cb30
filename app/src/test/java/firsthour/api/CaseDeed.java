package firsthour.api;

import firsthour.api.CaseStages.Placed;
import firsthour.api.CaseStages.Thing;
import firsthour.triage.Stage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything that a program may do to a case, as it is asked for.
enum CaseDeed {
    CLAIM("claim"),
    RELEASE("release"),
    DISMISS("dismiss", _ -> ",\"reason\":\"SPAM\""),
    RESOLVE("resolve"),
    UNDO("undo"),
    REOPEN("reopen"),

    WAIT("wait"),
    END_WAIT("end-wait"),
    LEAVE("leave", _ -> ",\"reason\":\"THANKS\""),

    HANDOVER("handover", _ -> toBen()),
    ACCEPT("accept"),
    DECLINE("decline"),
    TAKEBACK("takeback"),
    HELP("help", _ -> toBen()),
    HELP_ANSWER("help/%d", Thing.QUESTION, By.NOTHING, _ -> "\"note\":\"It is Kim.\""),

    MERGE("merge", at -> ",\"other\":" + at.the(Thing.OTHER)),
    SPLIT_BACK("split-back", at -> ",\"merged\":" + at.the(Thing.MERGED)),
    SPLIT("split", at -> ",\"mentions\":[%d]".formatted(at.the(Thing.SECOND))),
    CAUSE("cause", null, By.CAUSE, _ -> ",\"title\":\"Broken cups\""),
    CAUSE_REMOVE("cause/remove", null, By.CAUSE, _ -> ""),

    ACKNOWLEDGE("acknowledge", _ -> text()),
    ANSWER("answer", _ -> text()),
    FOLLOW_UP("follow-up", _ -> text()),
    POST_ACKNOWLEDGE("post-acknowledge", _ -> text()),
    POST_ANSWER("post-answer", _ -> text()),
    POST_FOLLOW_UP("post-follow-up", _ -> text()),
    AGAIN("outgoing/%d/again", Thing.OUTGOING, By.VERSION, _ -> ""),
    DROP("outgoing/%d/drop", Thing.OUTGOING, By.ANY_VERSION, _ -> ""),

    LOOK_ACKNOWLEDGE("look-acknowledge", _ -> text()),
    LOOK_ANSWER("look-answer", _ -> text()),
    APPROVE("looks/%d/approve", Thing.LOOK, By.VERSION, _ -> ""),
    SEND_BACK("looks/%d/send-back", Thing.LOOK, By.VERSION, _ -> ",\"note\":\"By name.\""),
    WITHDRAW("looks/%d/withdraw", Thing.LOOK, By.VERSION, _ -> ""),

    CONTACT("contact", _ -> ",\"way\":\"PHONE\""),
    PROMISE(
            "promises",
            null,
            By.NOTHING,
            _ -> "\"words\":\"We call.\",\"dueAt\":\"2027-01-01T12:00:00Z\""),
    KEEP("promises/%d/keep", Thing.PROMISE, By.NOTHING, _ -> ""),
    PROMISE_WITHDRAW(
            "promises/%d/withdraw", Thing.PROMISE, By.NOTHING, _ -> "\"reason\":\"They call.\""),
    REMEDY("remedies", null, By.NOTHING, _ -> "\"kind\":\"REFUND\",\"houseRule\":\"Late parcels\""),
    PERSON(
            "persons",
            null,
            By.NOTHING,
            at -> "\"network\":\"mastodon\",\"handle\":\"%sc\"".formatted(at.author())),
    PERSON_REMOVE("persons/%d/remove", Thing.LINK, By.NOTHING, _ -> "");

    /// What a deed names of what its program saw.
    enum By {
        VERSION,
        /// It is asked for, and does not matter.
        ANY_VERSION,
        CAUSE,
        NOTHING
    }

    private static final String TO_BEN =
            ",\"member\":%d,\"note\":\"Do you know them?\"".formatted(Stage.BEN.memberId());

    private final String path;
    private final @Nullable Thing about;
    private final By by;

    /// Each is a lambda that holds nothing that changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Placed, String> more;

    CaseDeed(String path) {
        this(path, _ -> "");
    }

    CaseDeed(String path, Function<Placed, String> more) {
        this(path, null, By.VERSION, more);
    }

    /// @param about whose id is part of the path
    /// @param more fields of the body beside what was seen
    CaseDeed(String path, @Nullable Thing about, By by, Function<Placed, String> more) {
        this.path = path;
        this.about = about;
        this.by = by;
        this.more = more;
    }

    By by() {
        return by;
    }

    /// Below that of the case, with `%d` for an id.
    String path() {
        return path;
    }

    String path(Placed at) {
        return "/cases/%d/%s"
                .formatted(at.id(), about == null ? path : path.formatted(at.the(about)));
    }

    /// @param version of the case, which the program saw
    /// @param cause in which the program saw it; 0 for none
    String body(Placed at, long version, long cause) {
        var fields = more.apply(at);
        return switch (by) {
            case VERSION, ANY_VERSION -> "{\"version\":%d%s}".formatted(version, fields);
            case CAUSE -> "{\"seen\":%s%s}".formatted(cause == 0 ? "null" : cause, fields);
            case NOTHING -> "{%s}".formatted(fields);
        };
    }

    private static String text() {
        return ",\"text\":\"All is well soon.\"";
    }

    private static String toBen() {
        return TO_BEN;
    }
}
