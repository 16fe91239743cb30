package firsthour.web.shell;

import firsthour.team.Role;

/// The places that the navigation leads to.
public enum Section {
    QUEUE("Queue", "/queue", "queue", Role.VIEWER),
    DAY("My day", "/my-day", "day", Role.AGENT),
    BOARD("Board", "/board", "board", Role.MANAGER),
    CAUSES("Causes", "/causes", "causes", Role.VIEWER),
    REPORT("Report", "/report", "report", Role.VIEWER),
    JUDGEMENT("Quality", "/judgement", "judgement", Role.AGENT),
    SOURCES("Sources", "/sources", "sources", Role.VIEWER),
    BRANDS("Brands", "/brands", "brands", Role.VIEWER),
    CHANNELS("Channels", "/channels", "channels", Role.VIEWER),
    TEAM("Team", "/team", "team", Role.VIEWER),
    ACCOUNT("Account", "/account", "account", Role.VIEWER);

    private final String label;
    private final String path;
    private final String icon;
    private final Role needed;

    Section(String label, String path, String icon, Role needed) {
        this.label = label;
        this.path = path;
        this.icon = icon;
        this.needed = needed;
    }

    public String label() {
        return label;
    }

    public String path() {
        return path;
    }

    /// A name that `component/icon.jte` knows.
    public String icon() {
        return icon;
    }

    /// Who may open it.
    public Role needed() {
        return needed;
    }

    /// Whether an address lies in this section.
    public boolean holds(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
