package dev.rushlight.feedback;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws strokes on a picture of some size. Each covers what is under it once: where a transparent line crosses itself, it
 * is no darker.
 */
final class Brush {

    /** A thinner line would hardly be seen. */
    private static final double THINNEST = 1;

    private static final double HEAD_LENGTH = 5; // times the width of the arrow
    private static final double LINE_SPACING = 1.2;

    private final Graphics2D graphics;
    private final int width;
    private final int height;

    Brush(Graphics2D graphics, int width, int height) {
        this.graphics = graphics;
        this.width = width;
        this.height = height;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void draw(Stroke stroke) {
        graphics.setColor(colour(stroke.colour(), 1));
        switch (stroke.kind()) {
            case PEN -> pen(stroke);
            case ARROW -> graphics.fill(arrow(stroke));
            case BOX -> outline(stroke, new Rectangle2D.Double());
            case ELLIPSE -> outline(stroke, new Ellipse2D.Double());
            case TEXT -> text(stroke);
        }
    }

    private void pen(Stroke stroke) {
        var runs = runs(stroke.points());
        if (runs.size() == 1) {
            graphics.setColor(colour(stroke.colour(), runs.get(0).alpha()));
            graphics.fill(line(stroke.points(), runs.get(0)));
            return;
        }
        var whole = line(stroke.points(), new Run(0, stroke.points().size(), 1));
        var frame = whole.getBounds().intersection(new Rectangle(width, height));
        if (!frame.isEmpty()) {
            graphics.drawImage(veil(stroke, runs, frame), frame.x, frame.y, null);
        }
    }

    /** How opaque the line is at each place: painted from its faintest points to its strongest, the strongest counts. */
    private BufferedImage veil(Stroke stroke, List<Run> runs, Rectangle frame) {
        var veil = new BufferedImage(frame.width, frame.height, BufferedImage.TYPE_INT_ARGB);
        var paint = veil.createGraphics();
        paint.setRenderingHints(graphics.getRenderingHints());
        paint.setColor(Color.BLACK);
        paint.fillRect(0, 0, frame.width, frame.height);
        paint.translate(-frame.x, -frame.y);
        runs.stream().sorted(Comparator.comparingDouble(Run::alpha)).forEach(run -> {
            var grey = (float) run.alpha();
            paint.setColor(new Color(grey, grey, grey));
            paint.fill(line(stroke.points(), run));
        });
        paint.dispose();
        var rgb = colour(stroke.colour(), 0).getRGB();
        var row = new int[frame.width];
        for (var y = 0; y < frame.height; y++) {
            veil.getRGB(0, y, frame.width, 1, row, 0, frame.width);
            for (var x = 0; x < row.length; x++) {
                row[x] = rgb | (row[x] & 0xff) * stroke.colour().alpha() / 255 << 24;
            }
            veil.setRGB(0, y, frame.width, 1, row, 0, frame.width);
        }
        return veil;
    }

    /** Points in a row that are equally opaque. */
    private record Run(int from, int to, double alpha) {}

    private static List<Run> runs(List<StrokePoint> points) {
        var runs = new ArrayList<Run>();
        for (var from = 0; from < points.size(); ) {
            var alpha = points.get(from).alpha();
            var to = from + 1;
            while (to < points.size() && points.get(to).alpha() == alpha) {
                to++;
            }
            runs.add(new Run(from, to, alpha));
            from = to;
        }
        return runs;
    }

    /**
     * A disc at each point and what lies between it and the one before, as one shape. All parts turn in the same
     * direction, so that none cuts a hole into another.
     */
    private Shape line(List<StrokePoint> points, Run run) {
        var line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (var i = run.from(); i < run.to(); i++) {
            var here = points.get(i);
            var radius = radius(here);
            line.append(new Ellipse2D.Double(x(here) - radius, y(here) - radius, 2 * radius, 2 * radius), false);
            if (i > 0) {
                between(points.get(i - 1), here, line);
            }
        }
        return line;
    }

    private void between(StrokePoint from, StrokePoint to, Path2D line) {
        var dx = x(to) - x(from);
        var dy = y(to) - y(from);
        var length = Math.hypot(dx, dy);
        if (length == 0) {
            return;
        }
        var acrossX = -dy / length;
        var acrossY = dx / length;
        line.moveTo(x(from) - acrossX * radius(from), y(from) - acrossY * radius(from));
        line.lineTo(x(to) - acrossX * radius(to), y(to) - acrossY * radius(to));
        line.lineTo(x(to) + acrossX * radius(to), y(to) + acrossY * radius(to));
        line.lineTo(x(from) + acrossX * radius(from), y(from) + acrossY * radius(from));
        line.closePath();
    }

    private Shape arrow(Stroke stroke) {
        var tail = stroke.points().get(0);
        var tip = stroke.points().get(1);
        var dx = x(tip) - x(tail);
        var dy = y(tip) - y(tail);
        var length = Math.hypot(dx, dy);
        var thickness = pixels(stroke.width());
        if (length == 0) {
            return new Ellipse2D.Double(x(tip) - thickness / 2, y(tip) - thickness / 2, thickness, thickness);
        }
        var head = Math.min(HEAD_LENGTH * thickness, length);
        var baseX = x(tip) - dx / length * head;
        var baseY = y(tip) - dy / length * head;
        var point = new Path2D.Double();
        point.moveTo(x(tip), y(tip));
        point.lineTo(baseX - dy / length * head / 2, baseY + dx / length * head / 2);
        point.lineTo(baseX + dy / length * head / 2, baseY - dx / length * head / 2);
        point.closePath();
        var arrow = new Area(round(thickness).createStrokedShape(new Line2D.Double(x(tail), y(tail), baseX, baseY)));
        arrow.add(new Area(point));
        return arrow;
    }

    private void outline(Stroke stroke, RectangularShape form) {
        var topLeft = stroke.points().get(0);
        var bottomRight = stroke.points().get(1);
        form.setFrameFromDiagonal(x(topLeft), y(topLeft), x(bottomRight), y(bottomRight));
        graphics.setStroke(round(pixels(stroke.width())));
        graphics.draw(form);
    }

    private void text(Stroke stroke) {
        var at = stroke.points().get(0);
        var size = pixels(stroke.width());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
        var baseline = y(at) + graphics.getFontMetrics().getAscent();
        for (var line : stroke.text().orElseThrow().split("\\R")) {
            graphics.drawString(line, (float) x(at), (float) baseline);
            baseline += size * LINE_SPACING;
        }
    }

    private static BasicStroke round(double thickness) {
        return new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Color colour(Colour colour, double alpha) {
        return new Color(colour.red(), colour.green(), colour.blue(), (int) Math.round(colour.alpha() * alpha));
    }

    private double x(StrokePoint point) {
        return point.x() * height + width / 2.0;
    }

    private double y(StrokePoint point) {
        return height / 2.0 - point.y() * height;
    }

    private double radius(StrokePoint point) {
        return pixels(point.size()) / 2;
    }

    private double pixels(double length) {
        return Math.max(length * height, THINNEST);
    }
}
