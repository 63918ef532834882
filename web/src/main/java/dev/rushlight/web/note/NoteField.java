package dev.rushlight.web.note;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import dev.rushlight.feedback.AttachmentDesk;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.UploadDesk;
import dev.rushlight.people.Identity;
import elemental.json.Json;
import java.util.List;

/**
 * Where the words of a note are typed. They stay in the browser, and are kept there as a draft, until the server says that
 * they were saved; files wait there, too, and are sent once the note is.
 */
@Tag("note-field")
@JsModule("./rush/room/note-field.ts")
final class NoteField extends Component {

    private int received;

    /** @param label what the field is, for readers */
    NoteField(String label, String placeholder) {
        getElement()
                .setAttribute("label", label)
                .setAttribute("placeholder", placeholder)
                .setAttribute("longest", Integer.toString(NoteDraft.LONGEST_TEXT));
        addSendListener(send -> received = send.number);
    }

    /**
     * Keeps drafts, and shows the one that was kept.
     *
     * @param room whose drafts, and of which item
     * @param draft which of them
     */
    void keep(String room, String draft) {
        getElement().setAttribute("room", room).setAttribute("draft", draft);
    }

    /** What is kept beside the words and comes back with them. */
    void about(String about) {
        getElement().setAttribute("about", about);
    }

    /** Begins with these words, unless there is a draft. */
    void type(String text) {
        getElement().setProperty("initial", text);
    }

    void takeFiles() {
        getElement()
                .setAttribute("files", Integer.toString(AttachmentDesk.MOST_OF_A_NOTE))
                .setAttribute("largest", Long.toString(UploadDesk.LARGEST));
    }

    /** Asks the player on the page for the current frame when somebody begins to write. */
    void askForPlace() {
        getElement().setAttribute("asks", true);
    }

    void sendWith(String word) {
        getElement().setAttribute("send", word);
    }

    void offerCancel() {
        getElement().setAttribute("cancellable", true);
    }

    /** Shows a choice beside the button that sends. */
    void addOption(Component option) {
        option.getElement().setAttribute("slot", "options");
        getElement().appendChild(option.getElement());
    }

    void focus() {
        getElement().callJsFunction("focusField");
    }

    /** The words that came last are saved; the files that go with them are to be sent to this address and their id. */
    void sent(String uploads) {
        getElement().callJsFunction("sent", uploads, received);
    }

    /** The words that came last are not saved; they stay in the field. */
    void refused(String why) {
        getElement().callJsFunction("refused", why, received);
    }

    void offer(int request, List<Identity> people) {
        var names = Json.createArray();
        for (var person : people) {
            var name = Json.createObject();
            name.put("username", person.username());
            name.put("displayName", person.displayName());
            names.set(names.length(), name);
        }
        getElement().callJsFunction("offer", request, names);
    }

    Registration addSendListener(ComponentEventListener<Send> listener) {
        return addListener(Send.class, listener);
    }

    Registration addTypingListener(ComponentEventListener<Typing> listener) {
        return addListener(Typing.class, listener);
    }

    Registration addNamesListener(ComponentEventListener<Names> listener) {
        return addListener(Names.class, listener);
    }

    Registration addDraftListener(ComponentEventListener<Draft> listener) {
        return addListener(Draft.class, listener);
    }

    Registration addDoneListener(ComponentEventListener<Done> listener) {
        return addListener(Done.class, listener);
    }

    /** Somebody wants the words saved. */
    @DomEvent("note-send")
    public static final class Send extends ComponentEvent<NoteField> {

        private final String text;
        private final String about;
        private final int number;

        public Send(
                NoteField source,
                boolean fromClient,
                @EventData("event.detail.text") String text,
                @EventData("event.detail.about") String about,
                @EventData("event.detail.number") int number) {
            super(source, fromClient);
            this.text = text;
            this.about = about;
            this.number = number;
        }

        String text() {
            return text;
        }

        /** What was settled about the note when it was sent first; it may be sent again for want of an answer. */
        String about() {
            return about;
        }
    }

    /** Something stands in the field now, or nothing any more. */
    @DomEvent("note-typing")
    public static final class Typing extends ComponentEvent<NoteField> {

        private final boolean typing;

        public Typing(NoteField source, boolean fromClient, @EventData("event.detail.typing") boolean typing) {
            super(source, fromClient);
            this.typing = typing;
        }

        boolean isTyping() {
            return typing;
        }
    }

    /** Somebody begins to type a name after an @. */
    @DomEvent("note-names")
    public static final class Names extends ComponentEvent<NoteField> {

        private final String beginning;
        private final int request;

        public Names(
                NoteField source,
                boolean fromClient,
                @EventData("event.detail.beginning") String beginning,
                @EventData("event.detail.request") int request) {
            super(source, fromClient);
            this.beginning = beginning;
            this.request = request;
        }

        String beginning() {
            return beginning;
        }

        int request() {
            return request;
        }
    }

    /** A draft came back that was kept with this beside it. */
    @DomEvent("note-draft")
    public static final class Draft extends ComponentEvent<NoteField> {

        private final String about;

        public Draft(NoteField source, boolean fromClient, @EventData("event.detail.about") String about) {
            super(source, fromClient);
            this.about = about;
        }

        String about() {
            return about;
        }
    }

    /** Everything was sent, files as well, or nothing is to be sent after all. */
    @DomEvent("note-done")
    public static final class Done extends ComponentEvent<NoteField> {

        public Done(NoteField source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
