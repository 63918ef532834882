package dev.rushlight.web.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import dev.rushlight.installation.Json;
import dev.rushlight.keyboard.Chord;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.keyboard.Keyboard;
import dev.rushlight.review.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The keyboard of a page, heard in the browser alone. Several of these count together: the frame around the pages brings
 * the person's keys, and a page says here which actions it serves.
 */
@Tag("review-keys")
@JsModule("./rush/room/keys.ts")
@JsModule("./rush/room/key-hints.ts")
@JsModule("./rush/room/key-help.ts")
@JsModule("./rush/room/undo-last.ts")
@CssImport("./rush/room/keys.css")
public class ReviewKeys extends Component {

    /** Lets a button do an action when it is clicked, without asking the server, and shows the key in its tooltip. */
    public static void act(Component button, KeyAction action) {
        button.getElement().setAttribute("data-dispatch", action.id());
        hint(button, action);
    }

    /** Shows the key of an action in a button's tooltip. */
    public static void hint(Component button, KeyAction action) {
        button.getElement().setAttribute("data-action", action.id());
    }

    public final void serve(Collection<KeyAction> actions) {
        getElement().setAttribute("serves", actions.stream().map(KeyAction::id).collect(Collectors.joining(" ")));
    }

    /** What the page of an item serves; what is read by scrolling leaves the keys that scroll to the browser. */
    public final void serve(Kind kind) {
        serve(kind, action -> true);
    }

    /** As above, without what is not allowed. */
    public final void serve(Kind kind, Predicate<KeyAction> allowed) {
        var picture = kind == Kind.ASSET;
        serve(Arrays.stream(KeyAction.values())
                .filter(action -> picture || !action.needsPicture())
                .filter(allowed)
                .toList());
        getElement().setAttribute("scrolls", !picture);
    }

    /** Brings the keys that are meant. */
    public final void show(Keyboard keyboard) {
        var bindings = Json.createArrayBuilder();
        for (var action : KeyAction.values()) {
            bindings.add(Json.createObjectBuilder()
                    .add("action", action.id())
                    .add("words", action.words())
                    .add("group", action.group().words())
                    .add("chords", Json.createArrayBuilder(texts(keyboard.working(action))))
                    .add("repeats", action.repeats()));
        }
        getElement().setAttribute("bindings", bindings.build().toString());
        getElement().setAttribute("typed-off", !keyboard.typed());
    }

    /** Lists keys that the page hears by itself. */
    public final void list(String group, KeyRow... rows) {
        var listed = Json.createArrayBuilder();
        for (var row : rows) {
            listed.add(Json.createObjectBuilder()
                    .add("group", group)
                    .add("words", row.words())
                    .add("chords", Json.createArrayBuilder(row.chords())));
        }
        getElement().setAttribute("rows", listed.build().toString());
    }

    private static List<String> texts(List<Chord> chords) {
        return chords.stream().map(Chord::toString).toList();
    }
}
