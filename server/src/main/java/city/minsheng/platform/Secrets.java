package city.minsheng.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Personal data at rest: SM4-GCM (GB/T 32907-2016) with a fresh nonce for each value, and a blind index by HMAC-SM3
 * (GB/T 32905-2016) so that a phone number can be found without being readable.
 *
 * <p>The keys lie in the data folder, readable by the owner alone. Algorithms only: not a certified module.
 */
public final class Secrets {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final SecureRandom random = new SecureRandom();
    private final KeyParameter encryption;
    private final KeyParameter index;

    public Secrets(byte[] keys) {
        encryption = new KeyParameter(keys, 0, 16);
        index = new KeyParameter(keys, 16, 32);
    }

    /** Reads the key file, or makes it on the first start. */
    public static Secrets in(DataFolder folder) throws IOException {
        var file = folder.folder("keys").resolve("contacts.key");
        if (!Files.exists(file)) {
            var bytes = new byte[48];
            new SecureRandom().nextBytes(bytes);
            DataFolder.writeSecret(file, HexFormat.of().formatHex(bytes));
        }
        return new Secrets(HexFormat.of().parseHex(Files.readString(file).strip()));
    }

    public @Nullable String seal(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var plain = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(join(nonce, run(true, nonce, plain, 0, plain.length)));
    }

    public @Nullable String open(@Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        var bytes = Base64.getDecoder().decode(sealed);
        var nonce = Arrays.copyOf(bytes, NONCE);
        return new String(run(false, nonce, bytes, NONCE, bytes.length - NONCE), StandardCharsets.UTF_8);
    }

    /** The same text always gives the same index, and the index alone gives nothing away. */
    public String index(String purpose, String text) {
        return HexFormat.of().formatHex(hmac(purpose, text), 0, 16);
    }

    /** Eight letters and digits without those that are misread (0 O 1 I), for reading out on the phone. */
    public String code(String purpose, String text) {
        var letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        var bytes = hmac(purpose, text);
        var code = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            code.append(letters.charAt(bytes[i] & 31));
        }
        return code.toString();
    }

    private byte[] hmac(String purpose, String text) {
        var mac = new HMac(new SM3Digest());
        mac.init(index);
        var bytes = (purpose + "\0" + text).getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    private byte[] run(boolean seal, byte[] nonce, byte[] in, int from, int length) {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seal, new AEADParameters(encryption, TAG_BITS, nonce));
        var out = new byte[cipher.getOutputSize(length)];
        int written = cipher.processBytes(in, from, length, out, 0);
        try {
            cipher.doFinal(out, written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("A sealed value was changed, or the key is another one", e);
        }
        return out;
    }

    private static byte[] join(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
