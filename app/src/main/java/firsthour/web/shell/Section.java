package firsthour.web.shell;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.team.Role;

/// The places that the navigation leads to.
public enum Section {
    QUEUE(mark("nav|Queue"), "/queue", "queue", Role.VIEWER),
    DAY(mark("My day"), "/my-day", "day", Role.AGENT),
    BOARD(mark("Board"), "/board", "board", Role.MANAGER),
    CAUSES(mark("Causes"), "/causes", "causes", Role.VIEWER),
    REPORT(mark("Report"), "/report", "report", Role.VIEWER),
    JUDGEMENT(mark("Quality"), "/judgement", "judgement", Role.AGENT),
    SOURCES(mark("Sources"), "/sources", "sources", Role.VIEWER),
    BRANDS(mark("Brands"), "/brands", "brands", Role.VIEWER),
    CHANNELS(mark("Channels"), "/channels", "channels", Role.VIEWER),
    TEAM(mark("Team"), "/team", "team", Role.VIEWER),
    ACCOUNT(mark("Account"), "/account", "account", Role.VIEWER);

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
        return t(label);
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
