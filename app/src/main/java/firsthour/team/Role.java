package firsthour.team;

/// What a member may do. Each role may do what the ones before it may.
public enum Role {
    VIEWER("Viewer", "Reads everything, changes nothing."),
    AGENT("Agent", "Works cases: claims, replies, dismisses, corrects."),
    MANAGER("Manager", "Works cases, and keeps brands, sources and the rules of alerts."),
    ADMIN(
            "Admin",
            "Does everything, and keeps the team, the secrets of channels and network access.");

    private final String label;
    private final String meaning;

    Role(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /// The name that people read.
    public String label() {
        return label;
    }

    /// One sentence about what it allows.
    public String meaning() {
        return meaning;
    }

    /// Whether whoever has this role may do what asks for the other one.
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
