package firsthour.web.recovery;

import static firsthour.language.Texts.t;

import firsthour.brand.Networks;
import firsthour.recovery.SamePerson;
import firsthour.recovery.SamePersons;
import firsthour.recovery.Sign;
import firsthour.recovery.Signs;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.web.cases.Labels;
import firsthour.web.recovery.TrailView.Line;
import firsthour.web.recovery.TrailView.Network;
import firsthour.web.recovery.TrailView.Person;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the recovery trail of a case together.
@Singleton
class TrailViews {
    private final Signs signs;
    private final SamePersons persons;
    private final Networks networks;
    private final Labels labels;

    TrailViews(Signs signs, SamePersons persons, Networks networks, Labels labels) {
        this.signs = signs;
        this.persons = persons;
        this.networks = networks;
        this.labels = labels;
    }

    TrailView of(long caseId, SignedIn reader, @Nullable Notice told) {
        return of(caseId, reader, Map.of(), FormErrors.NONE, told);
    }

    TrailView of(
            long caseId,
            SignedIn reader,
            Map<String, String> typed,
            FormErrors errors,
            @Nullable Notice told) {
        return new TrailView(
                caseId,
                reader.may(Role.AGENT),
                signs.findByCase(caseId).stream().map(this::line).toList(),
                persons.findByCase(caseId).stream().map(this::person).toList(),
                networks.list().stream()
                        .filter(network -> !networks.listNamesOnly().contains(network.network()))
                        .map(network -> new Network(network.network(), t(network.title())))
                        .toList(),
                typed,
                errors,
                told);
    }

    private Line line(Sign sign) {
        return new Line(
                sign.mentionId(),
                sign.kind().words(),
                sign.at(),
                sign.author()
                        .map(author -> labels.network(sign.network()) + ", " + author)
                        .orElseGet(() -> labels.network(sign.network())),
                sign.stars().orElse(null),
                sign.text(),
                Labels.safeLink(sign.url()).orElse(null));
    }

    private Person person(SamePerson other) {
        return new Person(
                other.id(),
                labels.network(other.network()),
                other.handle(),
                other.linkedBy(),
                other.linkedAt());
    }
}
