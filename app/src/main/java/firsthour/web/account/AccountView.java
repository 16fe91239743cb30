package firsthour.web.account;

import firsthour.team.Member;
import firsthour.team.Role;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;

/// One's own account, with what was typed.
@Introspected
public record AccountView(String email, Role role, String name, String zone, FormErrors errors) {
    static AccountView of(Member member, FormErrors errors) {
        return new AccountView(
                member.email(), member.role(), member.name(), member.zone().getId(), errors);
    }

    AccountView typed(String newName, String newZone, FormErrors wrong) {
        return new AccountView(email, role, newName, newZone, wrong);
    }
}
