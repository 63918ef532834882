package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse.MoveOptions;
import java.util.List;
import java.util.Map;

/** The picture on a review item's page, as somebody draws on it. Places are parts of the picture's width and height. */
final class DrawingPage {

    private static final int STEPS = 8;

    /** How much of what one of them paints, in parts of all, the other does not, both as large as the server's picture. */
    private static final String DIFFERENCE = """
            async address => {
              const dry = document.querySelector('review-annotations').renderRoot.querySelector('#dry');
              const image = await createImageBitmap(await (await fetch(address)).blob());
              const alphas = source => {
                const canvas = document.createElement('canvas');
                Object.assign(canvas, { width: image.width, height: image.height });
                const context = canvas.getContext('2d');
                context.imageSmoothingQuality = 'high';
                context.drawImage(source, 0, 0, image.width, image.height);
                const { data } = context.getImageData(0, 0, image.width, image.height);
                return data.filter((_, i) => i % 4 === 3);
              };
              const [own, server] = [alphas(dry), alphas(image)];
              let apart = 0;
              let painted = 0;
              server.forEach((alpha, i) => {
                apart += Math.abs(alpha - own[i]);
                painted += alpha;
              });
              return painted === 0 ? 1 : apart / painted;
            }
            """;

    private final Visitor visitor;
    private final String item;

    private DrawingPage(Visitor visitor, String item) {
        this.visitor = visitor;
        this.item = item;
    }

    static DrawingPage open(Visitor visitor, String url) {
        ItemPage.open(visitor, url);
        var page = new DrawingPage(visitor, url.substring(url.lastIndexOf('/') + 1));
        page.awaitPicture();
        return page;
    }

    private void awaitPicture() {
        Eventually.holds(
                "the picture is there",
                Eventually.PATIENCE,
                () -> visitor.page()
                        .evaluate("document.querySelector('review-player')?.verified === true")
                        .equals(true));
    }

    DrawingPage reload() {
        visitor.page().reload();
        awaitPicture();
        return this;
    }

    Visitor visitor() {
        return visitor;
    }

    Locator part(String id) {
        return visitor.find("review-annotations #" + id);
    }

    DrawingPage take(String tool) {
        if (part("bar").count() == 0) {
            part("draw").click();
        }
        part(tool).click();
        return this;
    }

    /** Drags the pointer through these places. */
    DrawingPage draw(double... places) {
        var mouse = visitor.page().mouse();
        var picture = visitor.find("review-annotations").boundingBox();
        for (var i = 0; i < places.length; i += 2) {
            mouse.move(
                    picture.x + places[i] * picture.width,
                    picture.y + places[i + 1] * picture.height,
                    new MoveOptions().setSteps(i == 0 ? 1 : STEPS));
            if (i == 0) {
                mouse.down();
            }
        }
        mouse.up();
        return this;
    }

    /** Draws with a pen that presses harder and harder. */
    DrawingPage press(double fromX, double toX, double y) {
        var picture = visitor.find("review-annotations").boundingBox();
        var browser = visitor.page().context().newCDPSession(visitor.page());
        var moves = 20;
        for (var i = 0; i <= moves; i++) {
            var event = new JsonObject();
            event.addProperty("type", i == 0 ? "mousePressed" : i == moves ? "mouseReleased" : "mouseMoved");
            event.addProperty("x", picture.x + (fromX + (toX - fromX) * i / moves) * picture.width);
            event.addProperty("y", picture.y + y * picture.height);
            event.addProperty("button", "left");
            event.addProperty("buttons", 1);
            event.addProperty("clickCount", 1);
            event.addProperty("pointerType", "pen");
            event.addProperty("force", (double) i / moves);
            browser.send("Input.dispatchMouseEvent", event);
        }
        browser.detach();
        return this;
    }

    DrawingPage write(double x, double y, String words) {
        draw(x, y);
        assertThat(visitor.find("review-annotations .words")).isFocused();
        visitor.page().keyboard().type(words);
        visitor.page().keyboard().press("Enter");
        return this;
    }

    DrawingPage act(String action) {
        visitor.page()
                .evaluate(
                        "action => document.dispatchEvent(new CustomEvent('room-action', { detail: { action, repeat: false } }))",
                        action);
        return this;
    }

    DrawingPage says(String state) {
        assertThat(part("state")).containsText(state);
        return this;
    }

    /** So many strokes are seen on this frame, and the server knows of so many on the whole medium. */
    DrawingPage shows(int strokes) {
        Eventually.holds(
                "%d strokes are shown; there are %d".formatted(strokes, seen()),
                Eventually.PATIENCE,
                () -> seen() == strokes);
        return this;
    }

    int seen() {
        return (int) visitor.page().evaluate("document.querySelector('review-annotations').seen.length");
    }

    /** Of each stroke that is seen, the older version that it was drawn on; 0 for one of this version. */
    List<Integer> carriedFrom() {
        var carried = (List<?>) visitor.page()
                .evaluate("document.querySelector('review-annotations').seen.map(one => one.carriedFrom ?? 0)");
        return carried.stream().map(Integer.class::cast).toList();
    }

    DrawingPage saved(int strokes) {
        Eventually.holds(
                strokes + " strokes are saved",
                Eventually.PATIENCE,
                () -> sheet("strokes").size() == strokes);
        return this;
    }

    /** What the server tells of the first version's first medium: its notes, or its strokes. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> sheet(String part) {
        var told = (Map<String, Object>) visitor.page()
                .evaluate(
                        "async item => (await fetch(`/annotations/sheets/${item}/1/0`, { cache: 'no-store' })).json()",
                        item);
        return (List<Map<String, Object>>) told.get(part);
    }

    /** The commands that draw these strokes, as the server tells them. */
    String commands() {
        return (String) visitor.page()
                .evaluate(
                        "async ([item, note]) => (await fetch(`/annotations/${item}/${note}.json`)).text()",
                        List.of(item, sheet("notes").get(0).get("note")));
    }

    double differenceToServer() {
        return ((Number) visitor.page()
                        .evaluate(
                                DIFFERENCE,
                                "/annotations/%s/%s.png"
                                        .formatted(item, sheet("notes").get(0).get("note"))))
                .doubleValue();
    }
}
