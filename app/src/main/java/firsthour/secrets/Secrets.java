package firsthour.secrets;

import firsthour.database.DataFolder;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what must be stored and must not be read by whoever has the database alone: AES-256-GCM
/// under a key that is derived from the installation's key. One key serves all nodes.
@Context
public final class Secrets {
    private static final String FORMAT = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final String keyId;
    private final SecretKeySpec sealing;
    private final SecureRandom random = new SecureRandom();

    /// Finds the key, makes it at the first start, and checks that it is the one this database was
    /// written with.
    ///
    /// @param keyFile a file of one's own, empty for `key` in the data folder
    /// @throws KeyProblem when there is no key to go on with
    @Inject
    Secrets(
            DataFolder folder,
            @Value("${firsthour.key-file:}") String keyFile,
            Fingerprints fingerprints) {
        this(keyOf(folder, keyFile, fingerprints));
        var file = keyFile.isEmpty() ? folder.file("key").toString() : keyFile;
        fingerprints.keepFirst(keyId);
        var expected = fingerprints.find().orElse(keyId);
        if (!expected.equals(keyId)) {
            throw new KeyProblem(
                    "The key in %s (%s) is not the one that this database was written with (%s). Nothing was changed. Put the right key file there, or name it with FIRSTHOUR_KEY_FILE."
                            .formatted(file, keyId, expected));
        }
    }

    Secrets(byte[] key) {
        this.key = key.clone();
        this.keyId = HexFormat.of().formatHex(derive("fingerprint", 8));
        this.sealing = new SecretKeySpec(derive("sealing", 32), "AES");
    }

    /// Tells keys apart without giving them away: 16 hexadecimal digits.
    public String fingerprint() {
        return keyId;
    }

    /// The text encrypted, in printable characters. The same text comes out differently each time.
    public String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce)
                            .doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole =
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array();
            return header() + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /// The text that was sealed.
    ///
    /// @throws KeyProblem when it was sealed with another key, was changed, or was never sealed
    public String open(String sealed) {
        if (!sealed.startsWith(header())) {
            throw new KeyProblem(
                    "A secret in the database was not sealed with the key of this installation. Enter it again.");
        }
        try {
            byte[] whole = Base64.getDecoder().decode(sealed.substring(header().length()));
            if (whole.length < NONCE_BYTES) {
                throw new GeneralSecurityException("too short");
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, nonce)
                            .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyProblem(
                    "A secret in the database was changed and cannot be read. Enter it again.", e);
        }
    }

    /// A key for one purpose, the same at every start.
    ///
    /// @param purpose a name of its own for each use
    /// @param bytes 1 to 255 · 32
    public byte[] derive(String purpose, int bytes) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .thenExpand(
                                    ("firsthour " + purpose).getBytes(StandardCharsets.UTF_8),
                                    bytes);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK 25 has HKDF", e);
        }
    }

    private static byte[] keyOf(DataFolder folder, String keyFile, Fingerprints fingerprints) {
        if (!keyFile.isEmpty()) {
            return new KeyFile(Path.of(keyFile))
                    .find()
                    .orElseThrow(() ->
                            new KeyProblem(
                                    "The key file %s (FIRSTHOUR_KEY_FILE) does not exist. Nothing was changed. Put it there; a new one is made by: openssl rand -base64 32 > %s"
                                            .formatted(keyFile, keyFile)));
        }
        var file = new KeyFile(folder.file("key"));
        return file.find()
                .orElseGet(() -> {
                    fingerprints
                            .find()
                            .ifPresent(known -> {
                                throw new KeyProblem(
                                        "The key file %s is missing, and this database was written with a key (%s). Nothing was changed. Put the file back, or name it with FIRSTHOUR_KEY_FILE."
                                                .formatted(file.path(), known));
                            });
                    return file.create();
                });
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        // What stands before the text belongs to it.
        cipher.updateAAD(header().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private String header() {
        return FORMAT + ":" + keyId + ":";
    }
}
