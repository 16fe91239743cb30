package firsthour.web.shell;

import org.jspecify.annotations.Nullable;

/// A sentence that the next page shows once.
///
/// @param undoPath where a form that takes the deed back is posted; null when nothing can be undone
public record Notice(Kind kind, String text, @Nullable String undoPath) {
    /// How it is marked.
    public enum Kind {
        DONE,
        PROBLEM
    }

    /// Something was done.
    public static Notice done(String text) {
        return new Notice(Kind.DONE, text, null);
    }

    /// Something could not be done.
    public static Notice problem(String text) {
        return new Notice(Kind.PROBLEM, text, null);
    }

    /// The same, with a button that takes the deed back.
    public Notice withUndo(String path) {
        return new Notice(kind, text, path);
    }
}
