package firsthour.api;

import java.util.Arrays;
import java.util.regex.Pattern;

/// What comes of a deed: done, or refused with words that say what to do. Each has a letter, by
/// which [DeedTable] names it.
enum Came {
    DONE('D', 200, "", ""),
    /// It was so already, or is so on another case by now: this one is not changed.
    ALREADY('d', 200, "", ""),
    /// A viewer's token.
    ROLE_MISSING(
            '-',
            403,
            "ROLE_MISSING",
            "This needs the role AGENT, .+ An admin can change that on the team page\\."),
    TAKEN('T', 409, "TAKEN", ".+ has this case\\. Nothing was changed; ask .+ or a manager\\."),
    STALE(
            'S',
            409,
            "STALE",
            ".+\\. Nothing of yours was saved( yet)?; look again, then repeat it\\."),
    MERGED('m', "Case \\d+ was merged into case \\d+\\. Go on there\\."),
    CLOSED('x', "The case is closed\\. Reopen it first\\."),
    OPEN('o', "The case is open already\\. Go on with it\\."),
    NOBODYS('n', "Nobody has this case yet\\. Claim it first\\."),
    NEITHER_CLAIMED('e', "Nobody has either case yet\\. Claim one of them first\\."),
    NO_ANSWER(
            'a',
            "There is no answer on this case yet\\. Record the answer, or dismiss the case with a reason\\."),
    TOO_LATE('u', "It can no longer be undone\\. Reopen the case: new clocks run from then\\."),
    NO_WORD(
            'w',
            "There is no public word of ours yet: the customer cannot know that we wait\\. Acknowledge or answer first\\."),
    WAITED('W', "The customer is waited for already\\. End the waiting to go on\\."),
    NOT_WAITED('h', "Nobody waits for the customer on this case\\. Go on with it\\."),
    NEVER_SPOKE(
            's',
            "There is no public word of ours yet\\. Acknowledge or answer, or dismiss the case with a reason\\."),
    NOTHING_OWED('0', "No reply is owed on this case\\. Resolve it, or wait for the customer\\."),
    OFFERED('O', "The case is offered to .+ already\\. Take that back first\\."),
    NOT_OFFERED(
            'f', "This case is not offered to you\\. Nothing was changed; ask whoever has it\\."),
    THEIRS('y', "You have this case already\\. Hand it over, or release it\\."),
    NO_OFFER('k', "The case is not offered to anybody\\. Hand it over first\\."),
    NOT_ASKED(
            'q',
            "This question was answered already, or was not yours\\. Nothing was changed; look at the case again\\."),
    NOT_A_PART('p', "Case (\\d+) is not part of this case any more\\. Look at case \\1\\."),
    ON_ITS_WAY(
            'v',
            "(A|Another) reply .*is still on its way( on case \\d+)?\\. Wait (for it|until it is sent), or give it up first\\."),
    NOT_WAITING('g', "Nothing was changed: it is under way, or done\\. Look at the case again\\."),
    NOT_ANSWERED('F', "A follow-up comes after an answer\\. Answer the customer first\\."),
    NOT_RESOLVED_BY_THEM('R', "Whoever resolved the case follows it up, or a manager\\."),
    LOOKED_AT(
            'L',
            "A (colleague is asked for a second look, for \\d+ min at most|second look is asked for already)\\. Wait for it, or take it back first\\."),
    OWN_WORDS(
            'l',
            "A second look is somebody else's: these are your own words\\. Ask a colleague\\."),
    MISSING('?', 404, "NOT_FOUND", "There is no second look \\d+, or no longer\\.");

    private final char letter;
    private final int status;
    private final String code;
    private final Pattern words;

    Came(char letter, String words) {
        this(letter, 409, "NOT_POSSIBLE", words);
    }

    Came(char letter, int status, String code, String words) {
        this.letter = letter;
        this.status = status;
        this.code = code;
        this.words = Pattern.compile(words);
    }

    static Came of(char letter) {
        return Arrays.stream(values())
                .filter(each -> each.letter == letter)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No outcome has the letter " + letter));
    }

    /// Whether an answer says just this.
    ///
    /// @param changed whether the case was
    boolean fits(Program.Answer answer, boolean changed) {
        return answer.status() == status
                && changed == (this == DONE)
                && answer.text("code").equals(code)
                && words.matcher(answer.text("detail")).matches();
    }

    /// What comes of it where the program saw another version. Who has a case, and what it is by
    /// now, is told before.
    Came stale() {
        return switch (this) {
            case ROLE_MISSING,
                    ALREADY,
                    TAKEN,
                    MERGED,
                    THEIRS,
                    NOT_A_PART,
                    NOT_ANSWERED,
                    OWN_WORDS,
                    MISSING ->
                    this;
            default -> STALE;
        };
    }
}
