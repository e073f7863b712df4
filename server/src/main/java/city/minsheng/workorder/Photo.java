package city.minsheng.workorder;

import city.minsheng.platform.Refusal;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A photo painted anew: place and time in it are gone, and it stands upright as the telephone showed it. */
final class Photo {

    private static final long MOST_PIXELS = 60_000_000;

    private Photo() {}

    /** @param type what the content is: {@code image/jpeg} or {@code image/png} */
    static byte[] painted(byte[] photo, String type) {
        try {
            var picture = read(photo);
            boolean jpeg = type.equals("image/jpeg");
            var out = new ByteArrayOutputStream();
            ImageIO.write(jpeg ? upright(picture, orientation(photo)) : picture, jpeg ? "jpeg" : "png", out);
            return out.toByteArray();
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refusal("wrong-type");
        }
    }

    private static BufferedImage read(byte[] photo) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(photo))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refusal("wrong-type");
            }
            var reader = readers.next();
            reader.setInput(in);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new Refusal("too-large", Upload.LARGEST / 1024 / 1024);
            }
            return reader.read(0);
        }
    }

    /** How the telephone was held, 1 to 8 as EXIF counts; 1 where it is not said. */
    private static int orientation(byte[] photo) throws IOException {
        try {
            var head = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo)).getFirstDirectoryOfType(ExifIFD0Directory.class);
            var said = head == null ? null : head.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return said == null || said < 1 || said > 8 ? 1 : said;
        } catch (ImageProcessingException unreadable) {
            return 1;
        }
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        boolean lying = orientation >= 5;
        var plain = new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_RGB); // JPEG knows no transparency
        var paint = plain.createGraphics();
        paint.setColor(Color.WHITE);
        paint.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        paint.drawImage(picture, turn(orientation, w, h), null);
        paint.dispose();
        return plain;
    }

    // @formatter:off
    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2  -> new AffineTransform(-1,  0,  0,  1, w, 0);
            case 3  -> new AffineTransform(-1,  0,  0, -1, w, h);
            case 4  -> new AffineTransform( 1,  0,  0, -1, 0, h);
            case 5  -> new AffineTransform( 0,  1,  1,  0, 0, 0);
            case 6  -> new AffineTransform( 0,  1, -1,  0, h, 0);
            case 7  -> new AffineTransform( 0, -1, -1,  0, h, w);
            case 8  -> new AffineTransform( 0, -1,  1,  0, 0, w);
            default -> new AffineTransform();
        };
    }
    // @formatter:on
}
