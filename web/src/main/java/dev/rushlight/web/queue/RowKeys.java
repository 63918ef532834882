package dev.rushlight.web.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Lets arrows lead into a grid from anywhere on its page, and Enter open the row; heard in the browser alone. */
@Tag("rush-row-keys")
@JsModule("./rush/row-keys.ts")
final class RowKeys extends Component {

    RowKeys(QueueGrid grid) {
        getElement().setAttribute("grid", grid.getId().orElseThrow());
    }
}
