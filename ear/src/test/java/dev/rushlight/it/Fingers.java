package dev.rushlight.it;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** Two fingers on the middle of the picture, beside each other. */
final class Fingers {

    private static final int MOVES = 12;

    private final CDPSession browser;
    private final double x;
    private final double y;

    Fingers(PlayerPage player) {
        var page = player.visitor().page();
        var stage = player.find(".ground").boundingBox();
        browser = page.context().newCDPSession(page);
        x = stage.x + stage.width / 2;
        y = stage.y + stage.height / 2;
    }

    /** Moves them apart, from so many pixels between them to so many. */
    Fingers pinch(double from, double to) {
        touch("touchStart", x, y, from);
        for (var move = 1; move <= MOVES; move++) {
            touch("touchMove", x, y, from + (to - from) * move / MOVES);
        }
        return lift();
    }

    /** Moves them side by side. */
    Fingers drag(double right, double down) {
        touch("touchStart", x, y, 100);
        for (var move = 1; move <= MOVES; move++) {
            touch("touchMove", x + right * move / MOVES, y + down * move / MOVES, 100);
        }
        return lift();
    }

    private Fingers lift() {
        send("touchEnd", new JsonArray());
        return this;
    }

    private void touch(String type, double middle, double height, double apart) {
        var points = new JsonArray();
        points.add(point(1, middle - apart / 2, height));
        points.add(point(2, middle + apart / 2, height));
        send(type, points);
    }

    private static JsonObject point(int id, double x, double y) {
        var point = new JsonObject();
        point.addProperty("id", id);
        point.addProperty("x", x);
        point.addProperty("y", y);
        return point;
    }

    private void send(String type, JsonArray points) {
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        browser.send("Input.dispatchTouchEvent", event);
    }
}
