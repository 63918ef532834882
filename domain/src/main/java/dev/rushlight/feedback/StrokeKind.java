package dev.rushlight.feedback;

import java.util.List;

/** The forms that a drawing is made of, and how many points each is given by. */
public enum StrokeKind {
    /** A line drawn by hand. */
    PEN(1, Stroke.MOST_POINTS),
    /** From its tail to its tip. */
    ARROW(2, 2),
    /** Between two opposite corners. */
    BOX(2, 2),
    /** As large as will fit between two opposite corners. */
    ELLIPSE(2, 2),
    /** Words, whose first line begins right and below of the point. */
    TEXT(1, 1);

    private final int fewestPoints;
    private final int mostPoints;

    StrokeKind(int fewestPoints, int mostPoints) {
        this.fewestPoints = fewestPoints;
        this.mostPoints = mostPoints;
    }

    boolean isGivenBy(int points) {
        return points >= fewestPoints && points <= mostPoints;
    }

    boolean hasText() {
        return this == TEXT;
    }

    /** The one way in which the same form is given: corners from the top left one, and pressure only where a pen was. */
    List<StrokePoint> inOrder(List<StrokePoint> points, double width) {
        return switch (this) {
            case PEN -> List.copyOf(points);
            case ARROW, TEXT ->
                points.stream().map(point -> plain(point.x(), point.y(), width)).toList();
            case BOX, ELLIPSE -> {
                var one = points.get(0);
                var other = points.get(1);
                yield List.of(
                        plain(Math.min(one.x(), other.x()), Math.max(one.y(), other.y()), width),
                        plain(Math.max(one.x(), other.x()), Math.min(one.y(), other.y()), width));
            }
        };
    }

    private static StrokePoint plain(double x, double y, double width) {
        return new StrokePoint(x, y, width, 1);
    }
}
