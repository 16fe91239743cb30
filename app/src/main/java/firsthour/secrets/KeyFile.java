package firsthour.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file with the key: one line, 32 bytes in Base64.
record KeyFile(Path path) {
    static final int BYTES = 32;

    /// The key; empty when there is no file.
    ///
    /// @throws KeyProblem when the file cannot be read or holds something else
    Optional<byte[]> find() {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(path).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new KeyProblem(
                    "The key file %s cannot be read (%s). Nothing was changed. Let the user that runs Firsthour read it."
                            .formatted(path, e),
                    e);
        }
        if (key.length != BYTES) {
            throw malformed(null);
        }
        return Optional.of(key);
    }

    /// A new key, readable by its owner only. When another process is faster, its key is returned.
    byte[] create() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Path draft = Files.createTempFile(path.getParent(), "key", ".part", ownerOnly());
            try {
                Files.writeString(
                        draft,
                        Base64.getEncoder().encodeToString(key) + "\n",
                        StandardCharsets.US_ASCII);
                // A link appears whole or not at all, and never replaces a key that is in use.
                Files.createLink(path, draft);
                return key;
            } finally {
                Files.delete(draft);
            }
        } catch (FileAlreadyExistsException e) {
            return find().orElseThrow(() -> new KeyProblem("The key file vanished: " + path, e));
        } catch (IOException e) {
            throw new KeyProblem(
                    "The key file %s cannot be written (%s). Nothing was started. Let the user that runs Firsthour write there, or name another file with FIRSTHOUR_KEY_FILE."
                            .formatted(path, e),
                    e);
        }
    }

    private KeyProblem malformed(@Nullable Throwable cause) {
        var message =
                "The key file %s should hold 32 bytes in Base64 and does not. Nothing was changed. Put the right file back from a backup."
                        .formatted(path);
        return cause == null ? new KeyProblem(message) : new KeyProblem(message, cause);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
