package firsthour.web.account;

import firsthour.language.Language;
import firsthour.team.Member;
import firsthour.team.Role;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// One's own account, with what was typed.
///
/// @param language null for what the browser asks for
@Introspected
public record AccountView(
        String email,
        Role role,
        String name,
        String zone,
        @Nullable Language language,
        FormErrors errors) {
    static AccountView of(Member member, FormErrors errors) {
        return new AccountView(
                member.email(),
                member.role(),
                member.name(),
                member.zone().getId(),
                member.language(),
                errors);
    }

    AccountView typed(
            String newName, String newZone, @Nullable Language newLanguage, FormErrors wrong) {
        return new AccountView(email, role, newName, newZone, newLanguage, wrong);
    }
}
