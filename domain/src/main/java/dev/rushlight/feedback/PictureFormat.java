package dev.rushlight.feedback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The kinds of pictures that browsers show, told by how their bytes begin: what a file is called proves nothing. */
enum PictureFormat {
    PNG("image/png", head -> head.startsWith("\u0089PNG\r\n\u001a\n")),
    JPEG("image/jpeg", head -> head.startsWith("\u00ff\u00d8\u00ff")),
    GIF("image/gif", head -> head.startsWith("GIF87a") || head.startsWith("GIF89a")),
    WEBP("image/webp", head -> head.startsWith("RIFF") && head.startsWith("WEBP", 8));

    /** How many bytes of a file tell its format. */
    static final int HEAD = 12;

    /** How large a picture is, as its own head says. */
    record Size(int width, int height) {

        long pixels() {
            return (long) width * height;
        }
    }

    private final String contentType;
    private final Predicate<String> begins;

    PictureFormat(String contentType, Predicate<String> begins) {
        this.contentType = contentType;
        this.begins = begins;
    }

    static Optional<PictureFormat> of(byte[] head) {
        var text = new String(head, ISO_8859_1);
        return Stream.of(values()).filter(format -> format.begins.test(text)).findFirst();
    }

    String contentType() {
        return contentType;
    }

    /** Whether it can be read here; the others are for browsers alone. */
    boolean isReadable() {
        return this != WEBP;
    }

    /** Reads the head only, so that a huge picture costs nothing. */
    Size size(ImageInputStream picture) throws IOException {
        var reader = reader();
        try {
            reader.setInput(picture, true, true);
            return new Size(reader.getWidth(0), reader.getHeight(0));
        } catch (RuntimeException broken) { // readers do not expect pictures to be broken on purpose
            throw new IOException("The head of the picture is broken", broken);
        } finally {
            reader.dispose();
        }
    }

    ImageReader reader() {
        return ImageIO.getImageReadersByFormatName(name()).next();
    }
}
