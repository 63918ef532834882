package dev.rushlight.web.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnotationLayerTest {

    private static final ReviewItemId ITEM = new ReviewItemId(UUID.randomUUID());

    private final Browser browser = new Browser();
    private final ByHand background = new ByHand();
    private final LiveViews live = new LiveViews();
    private final AnnotationLayer layer = new AnnotationLayer(live, background);

    @BeforeEach
    void open() {
        browser.open();
        UI.getCurrent().add(layer);
        layer.show(somebody(Role.REVIEWER), ITEM, 3, 1);
        calls();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void itLiesOverThePlayer() {
        assertThat(layer.getElement().getAttribute("slot")).isEqualTo("overlay");
    }

    @Test
    void whoMayNotWriteMayNotDraw() {
        assertThat(layer.getElement().getProperty("readonly", true)).isFalse();

        layer.show(somebody(Role.VIEWER), ITEM, 3, 1);

        assertThat(layer.getElement().getProperty("readonly", false)).isTrue();
    }

    @Test
    void itIsWokenWhenTheNotesOfItsItemChange() {
        LiveNews.notesChanged(live, ITEM);
        LiveNews.notesChanged(live, ITEM);
        LiveNews.notesChanged(live, new ReviewItemId(UUID.randomUUID()));
        background.work();

        assertThat(calls()).singleElement().asString().contains("refresh");
    }

    @Test
    void nothingWakesItOnceThePageIsGone() {
        layer.getElement().removeFromParent();

        LiveNews.notesChanged(live, ITEM);
        background.work();

        assertThat(calls()).isEmpty();
    }

    @Test
    void whatIsBegunSavedAndEndedIsHeard() {
        var heard = new ArrayList<Object>();
        var note = NoteId.random();
        layer.addDrawingBegunListener(begun -> heard.addAll(List.of(begun.note(), begun.place())));
        layer.addDrawingSavedListener(saved -> heard.add(saved.note()));
        layer.addDrawingEndedListener(ended -> heard.addAll(List.of(ended.note(), ended.isEmpty())));

        fire(new DrawingBegun(layer, true, note.toString(), 1, 43, 47));
        fire(new DrawingSaved(layer, true, note.toString()));
        fire(new DrawingEnded(layer, true, note.toString(), true));

        assertThat(heard).containsExactly(note, new OnFrames(1, new FrameRange(43, 47)), note, note, true);
    }

    @Test
    void thePanelSaysWhatToShowAndForWhoseEyesToDraw() {
        layer.focus(Optional.of(NoteId.random()));
        layer.endDrawing();
        layer.writeFor(Visibility.CLIENT);

        assertThat(layer.getElement().getProperty("visibility")).isEqualTo("CLIENT");
        assertThat(calls()).hasSize(2);
    }

    private static void fire(ComponentEvent<? extends Component> event) {
        ComponentUtil.fireEvent(event.getSource(), event);
    }

    /** What the browser is to call since this was asked last. */
    private List<String> calls() {
        MockVaadin.runUIQueue(false);
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .map(invocation -> invocation.getExpression() + invocation.getParameters())
                .toList();
    }

    private static Identity somebody(Role role) {
        return new Identity(new PersonId(UUID.randomUUID()), "tom", "Tom", role);
    }
}
