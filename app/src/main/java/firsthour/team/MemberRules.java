package firsthour.team;

import static firsthour.language.Texts.t;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a member's facts must look like. Each rule answers with what is wrong, in words.
final class MemberRules {
    private static final int EMAIL_MOST = 254;
    private static final int NAME_MOST = 120;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private MemberRules() {}

    static String tidyEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static Optional<Outcome.Refused> check(NewMember asked) {
        var email = tidyEmail(asked.email());
        if (email.length() > EMAIL_MOST || !EMAIL.matcher(email).matches()) {
            return refused(
                    "email", t("That is not an e-mail address. Write it like name@example.com."));
        }
        return checkProfile(asked.name(), asked.zone());
    }

    static Optional<Outcome.Refused> checkProfile(String name, String zone) {
        var tidy = name.strip();
        if (tidy.isEmpty()) {
            return refused("name", t("Give a name: colleagues see it on the cases."));
        }
        if (tidy.length() > NAME_MOST || CONTROL.matcher(tidy).find()) {
            return refused("name", t("Write the name in one line of at most 120 characters."));
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            return refused(
                    "zone",
                    t(
                            "The time zone \"{0}\" is not known. Write it like Europe/Berlin or UTC.",
                            zone));
        }
        return Optional.empty();
    }

    private static Optional<Outcome.Refused> refused(String field, String message) {
        return Optional.of(new Outcome.Refused(field, message));
    }
}
