package firsthour.triage;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

/// What a case asks of people.
public enum CaseKind {
    COMPLAINT(mark("complaint")),
    /// A question to the brand.
    INQUIRY(mark("inquiry")),
    /// A post in a language that the model does not know: somebody should look.
    LOOK(mark("look"));

    private final String words;

    CaseKind(String words) {
        this.words = words;
    }

    /// As it stands in addresses.
    public String words() {
        return words;
    }

    /// As people read it.
    public String label() {
        return t(words);
    }
}
