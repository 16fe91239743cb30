package firsthour.team;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

/// What a member may do. Each role may do what the ones before it may.
public enum Role {
    VIEWER(mark("Viewer"), mark("Reads everything, changes nothing.")),
    AGENT(mark("Agent"), mark("Works cases: claims, replies, dismisses, corrects.")),
    MANAGER(
            mark("Manager"),
            mark("Works cases, and keeps brands, sources and the rules of alerts.")),
    ADMIN(
            mark("Admin"),
            mark(
                    "Does everything, and keeps the team, the secrets of channels and network access."));

    private final String label;
    private final String meaning;

    Role(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /// The name that people read.
    public String label() {
        return t(label);
    }

    /// One sentence about what it allows.
    public String meaning() {
        return t(meaning);
    }

    /// Whether whoever has this role may do what asks for the other one.
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
