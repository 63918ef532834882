package dev.rushlight.feedback;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Strokes as a picture, on nothing or on the picture that they were drawn on. */
public final class AnnotationPicture {

    /** As large as a cinema shows in 4K, and a little more; whatever is larger is made smaller. */
    public static final int MOST_PIXELS = 4096 * 2304;

    /** As large as a picture may be that is drawn on. */
    public static final int MOST_POSTER_PIXELS = 4 * MOST_PIXELS;

    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true"); // nobody sits before a server
        }
    }

    private final BufferedImage image;

    private AnnotationPicture(BufferedImage image) {
        this.image = image;
    }

    /** The strokes alone; what they leave free is transparent. */
    public static AnnotationPicture render(List<Stroke> strokes, int width, int height) {
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new UnacceptablePicture(
                    "A picture may have %d pixels, not %d x %d".formatted(MOST_PIXELS, width, height));
        }
        return new AnnotationPicture(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB)).with(strokes);
    }

    /** The strokes on a PNG, JPEG or GIF; a large one is made smaller while it is read. */
    public static AnnotationPicture over(byte[] poster, List<Stroke> strokes) {
        var format = PictureFormat.of(Arrays.copyOf(poster, PictureFormat.HEAD))
                .filter(PictureFormat::isReadable)
                .orElseThrow(() -> new UnacceptablePicture("Only a PNG, JPEG or GIF can be drawn on"));
        try {
            return new AnnotationPicture(read(format, poster)).with(strokes);
        } catch (IOException broken) {
            throw new UnacceptablePicture("The picture to be drawn on is broken: " + broken.getMessage());
        }
    }

    private static BufferedImage read(PictureFormat format, byte[] poster) throws IOException {
        var size = format.size(new MemoryCacheImageInputStream(new ByteArrayInputStream(poster)));
        if (size.pixels() > MOST_POSTER_PIXELS) {
            throw new UnacceptablePicture("A picture to be drawn on may have %d pixels, not %d x %d"
                    .formatted(MOST_POSTER_PIXELS, size.width(), size.height()));
        }
        var reader = format.reader();
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(poster)), true, true);
            var every = (int) Math.ceil(Math.sqrt((double) size.pixels() / MOST_PIXELS));
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(every, every, 0, 0);
            return opaque(reader.read(0, parameters));
        } catch (RuntimeException broken) { // readers do not expect pictures to be broken on purpose
            throw new IOException(String.valueOf(broken.getMessage()), broken);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage opaque(BufferedImage any) {
        var opaque = new BufferedImage(any.getWidth(), any.getHeight(), BufferedImage.TYPE_INT_RGB);
        draw(opaque, graphics -> graphics.drawImage(any, 0, 0, null));
        return opaque;
    }

    private AnnotationPicture with(List<Stroke> strokes) {
        draw(image, graphics -> {
            var brush = new Brush(graphics, image.getWidth(), image.getHeight());
            strokes.forEach(brush::draw);
        });
        return this;
    }

    private static void draw(BufferedImage on, Consumer<Graphics2D> what) {
        var graphics = on.createGraphics();
        try {
            what.accept(graphics);
        } finally {
            graphics.dispose();
        }
    }

    public int width() {
        return image.getWidth();
    }

    public int height() {
        return image.getHeight();
    }

    BufferedImage image() {
        return image;
    }

    public byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory cannot be written to", impossible);
        }
        return bytes.toByteArray();
    }
}
