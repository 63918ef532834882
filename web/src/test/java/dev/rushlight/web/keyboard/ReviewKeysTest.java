package dev.rushlight.web.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.rushlight.installation.Json;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.keyboard.KeyPreset;
import dev.rushlight.keyboard.Keyboard;
import dev.rushlight.review.Kind;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class ReviewKeysTest {

    private final ReviewKeys keys = new ReviewKeys();

    @Test
    void mediaAreServedByEveryKey() {
        keys.serve(Kind.ASSET);
        assertThat(keys.getElement().getAttribute("serves").split(" ")).hasSameSizeAs(KeyAction.values());
        assertThat(keys.getElement().hasAttribute("scrolls")).isFalse();
    }

    @Test
    void whatIsReadIsScrolledByItsKeysAndHasNoFrames() {
        keys.serve(Kind.ASSET);
        for (var kind : new Kind[] {Kind.CHANGESET, Kind.TASK}) {
            keys.serve(kind);
            assertThat(keys.getElement().getAttribute("serves").split(" "))
                    .containsExactlyInAnyOrder(
                            "note",
                            "previous-note",
                            "next-note",
                            "help",
                            "approve",
                            "approve-with-notes",
                            "request-changes",
                            "reject",
                            "abstain",
                            "undo-last",
                            "previous-item",
                            "next-item");
            assertThat(keys.getElement().hasAttribute("scrolls")).isTrue();
        }
    }

    @Test
    void theBrowserIsToldTheKeysThatWork() {
        keys.show(Keyboard.of(KeyPreset.RUSHLIGHT).typed(false));
        assertThat(binding("loop").toString())
                .isEqualTo("{\"action\":\"loop\",\"words\":\"Loop on or off\",\"group\":\"Playback\","
                        + "\"chords\":[\"Ctrl+L\"],\"repeats\":false}");
        assertThat(binding("step-forward").getBoolean("repeats")).isTrue();
        assertThat(bindings()).hasSameSizeAs(KeyAction.values());
        assertThat(keys.getElement().hasAttribute("typed-off")).isTrue();
    }

    @Test
    void keysThatAPageHearsItselfAreListed() {
        keys.list("Queue", new KeyRow("Choose an item", "ArrowDown", "ArrowUp"));
        assertThat(keys.getElement().getAttribute("rows"))
                .isEqualTo(
                        "[{\"group\":\"Queue\",\"words\":\"Choose an item\",\"chords\":[\"ArrowDown\",\"ArrowUp\"]}]");
    }

    @Test
    void aButtonDoesItsActionAndShowsItsKey() {
        var button = new Button("Next");
        ReviewKeys.act(button, KeyAction.NEXT_ITEM);
        assertThat(button.getElement().getAttribute("data-dispatch")).isEqualTo("next-item");
        assertThat(button.getElement().getAttribute("data-action")).isEqualTo("next-item");
    }

    private JsonObject binding(String action) {
        return bindings().getValuesAs(JsonObject.class).stream()
                .filter(binding -> binding.getString("action").equals(action))
                .findFirst()
                .orElseThrow();
    }

    private JsonArray bindings() {
        try (var reader = Json.createReader(new StringReader(keys.getElement().getAttribute("bindings")))) {
            return reader.readArray();
        }
    }
}
