package firsthour.web.cases;

import firsthour.response.ReplyDraft;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Pages;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands in the panels of a case: what was typed, what is wrong with it, and which is open.
///
/// @param open a deed's [Deed#path]; null when all are closed
/// @param postedAt as a browser's field for date and time has it
/// @param draft version of the draft that was typed on; 0 for none
/// @param reasons why findings are let stand, by their keys
/// @param reason of a dismissal, by its constant, or the id of the colleague to whom a case goes or
///   who is asked; empty before one is chosen
/// @param keep which of two cases stays, as in [MergeForm]; empty for the older
public record Panels(
        @Nullable String open,
        String text,
        String url,
        String postedAt,
        String reason,
        String note,
        String keep,
        long draft,
        Map<String, String> reasons,
        FormErrors errors) {
    /// The panel of a second look, which is no deed of whoever has the case.
    static final String LOOK = "look";

    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    /// Nothing was typed yet.
    static Panels fresh(@Nullable String open, ZonedDateTime now) {
        return new Panels(
                open, "", "", FIELD.format(now), "", "", "", 0, Map.of(), FormErrors.NONE);
    }

    /// A reply that was typed.
    static Panels reply(Deed deed, ReplyForm form, FormErrors errors) {
        return new Panels(
                deed.path(),
                form.text(),
                form.url(),
                form.postedAt(),
                "",
                "",
                "",
                form.draft(),
                form.reasons(),
                errors);
    }

    /// What was typed about a colleague's words.
    static Panels look(ReplyForm form, String note) {
        return new Panels(
                LOOK, form.text(), "", "", "", note, "", 0, form.reasons(), FormErrors.NONE);
    }

    /// A private contact that was typed.
    static Panels contact(ContactForm form) {
        return new Panels(
                Deed.CONTACT.path(),
                "",
                "",
                Pages.text(form.postedAt()),
                Pages.text(form.reason()),
                Pages.text(form.note()),
                "",
                0,
                Map.of(),
                FormErrors.NONE);
    }

    /// A dismissal that was typed.
    static Panels dismissal(DismissForm form, ZoneId zone, ZonedDateTime now) {
        return fresh(Deed.DISMISS.path(), now.withZoneSameInstant(zone))
                .entered(form.reason(), form.note());
    }

    /// Words to a colleague that were typed.
    ///
    /// @param deed handing over, or asking for help
    static Panels words(Deed deed, ColleagueForm form, ZonedDateTime now) {
        return fresh(deed.path(), now).entered(form.colleague(), form.note());
    }

    /// An answer to a colleague's question, which has a form of its own: where it was refused, its
    /// words are shown to be copied.
    static Panels helping(@Nullable String words, ZonedDateTime now) {
        return fresh("helping", now).entered("", words);
    }

    /// A reason that was chosen.
    static Panels chosen(Deed deed, @Nullable String reason, ZonedDateTime now) {
        return fresh(deed.path(), now).entered(reason, "");
    }

    /// A case that was named to be merged.
    static Panels merging(MergeForm form, ZonedDateTime now) {
        return new Panels(
                Deed.MERGE.path(),
                "",
                "",
                FIELD.format(now),
                Pages.text(form.other()),
                Pages.text(form.number()),
                Pages.text(form.keep()),
                0,
                Map.of(),
                FormErrors.NONE);
    }

    private Panels entered(@Nullable String chosen, @Nullable String noted) {
        return new Panels(
                open,
                text,
                url,
                postedAt,
                Pages.text(chosen),
                Pages.text(noted),
                keep,
                draft,
                reasons,
                errors);
    }

    Panels with(FormErrors wrong) {
        return new Panels(open, text, url, postedAt, reason, note, keep, draft, reasons, wrong);
    }

    /// The same on a draft that was saved.
    Panels drafted(long version) {
        return new Panels(open, text, url, postedAt, reason, note, keep, version, reasons, errors);
    }

    /// The same, with what is wrong with a reply.
    Panels wrong(List<ReplyDraft.Problem> problems) {
        return with(
                new FormErrors(
                        problems.stream()
                                .collect(
                                        Collectors.toMap(
                                                ReplyDraft.Problem::field,
                                                ReplyDraft.Problem::words))));
    }

    /// The words that a person would not like to type again.
    String words() {
        return text.isBlank() ? note : text;
    }

    public boolean isOpen(Deed deed) {
        return deed.path().equals(open);
    }
}
