package firsthour.triage;

/// What a case asks of people.
public enum CaseKind {
    COMPLAINT("complaint"),
    /// A question to the brand.
    INQUIRY("inquiry"),
    /// A post in a language that the model does not know: somebody should look.
    LOOK("look");

    private final String words;

    CaseKind(String words) {
        this.words = words;
    }

    /// As people read it.
    public String words() {
        return words;
    }
}
