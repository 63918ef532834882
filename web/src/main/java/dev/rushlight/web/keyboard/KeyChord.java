package dev.rushlight.web.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.rushlight.keyboard.Chord;

/** Keys as they look on the reader's keyboard. */
@Tag("key-chord")
@JsModule("./rush/room/key-chord.ts")
final class KeyChord extends Component {

    KeyChord(Chord chord) {
        getElement().setAttribute("chord", chord.toString());
    }
}
