package city.minsheng.workorder;

import city.minsheng.platform.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.apache.tika.Tika;

/**
 * A file that somebody sent. What it is, its content says; a photo is written anew, so that place and time in it are gone.
 *
 * @param name without folders and what a header could not bear
 * @param digest SHA-256 of what is kept
 */
public record Upload(String name, String type, byte[] bytes, String digest) {

    static final long LARGEST = 10 * 1024 * 1024;
    private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png");
    private static final Set<String> PAPERS = Set.of("application/pdf");
    private static final Tika TIKA = new Tika();

    /** A photo or a paper. */
    public static Upload of(String name, byte[] bytes) {
        return checked(name, bytes, true);
    }

    public static Upload photo(String name, byte[] bytes) {
        return checked(name, bytes, false);
    }

    private static Upload checked(String name, byte[] bytes, boolean papers) {
        if (bytes.length > LARGEST || bytes.length == 0) {
            throw new Refusal("too-large", LARGEST / 1024 / 1024);
        }
        var type = TIKA.detect(bytes);
        var clean = PHOTOS.contains(type) ? Photo.painted(bytes, type) : papers && PAPERS.contains(type) ? bytes : null;
        if (clean == null) {
            throw new Refusal("wrong-type");
        }
        return new Upload(plain(name), type, clean, digest(clean));
    }

    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("[\\p{Cntrl}\"]", "_");
        return last.isBlank() ? "file" : last.length() > 120 ? last.substring(last.length() - 120) : last;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
