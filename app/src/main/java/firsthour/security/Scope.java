package firsthour.security;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.team.Role;

/// What a token of a program may be used for. It never allows more than the role of the member
/// whose token it is.
public enum Scope {
    READ(
            Role.VIEWER,
            mark("Read"),
            mark("Reads brands, sources, mentions, cases, reports and events.")),
    WORK(Role.AGENT, mark("Work"), mark("Works cases: claims, replies, dismisses, corrects.")),
    MANAGE(Role.MANAGER, mark("Manage"), mark("Changes brands and sources."));

    private final Role needed;
    private final String label;
    private final String meaning;

    Scope(Role needed, String label, String meaning) {
        this.needed = needed;
        this.label = label;
        this.meaning = meaning;
    }

    /// The lowest role that may give it to a token.
    public Role needed() {
        return needed;
    }

    /// The name that people read.
    public String label() {
        return t(label);
    }

    /// One sentence about what it allows.
    public String meaning() {
        return t(meaning);
    }
}
