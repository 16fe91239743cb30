package firsthour.web.shell;

import org.jspecify.annotations.Nullable;

/// A sentence that the next page shows once.
///
/// @param undoPath where a form that takes the deed back is posted; null when nothing can be undone
/// @param morePath of a page that says more; null when there is none
public record Notice(Kind kind, String text, @Nullable String undoPath, @Nullable String morePath) {
    /// How it is marked.
    public enum Kind {
        DONE,
        PROBLEM
    }

    /// Something was done.
    public static Notice done(String text) {
        return new Notice(Kind.DONE, text, null, null);
    }

    /// Something could not be done.
    public static Notice problem(String text) {
        return new Notice(Kind.PROBLEM, text, null, null);
    }

    /// The same, with a button that takes the deed back.
    public Notice withUndo(String path) {
        return new Notice(kind, text, path, morePath);
    }

    /// The same, with a link to a page that says more.
    public Notice withMore(String path) {
        return new Notice(kind, text, undoPath, path);
    }
}
