package dev.rushlight.web.note;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.feedback.TooLateToEdit;
import dev.rushlight.feedback.TooManyNotes;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Content;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.VersionId;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotesPanelTest {

    private static final ReviewItemId ID = ReviewItemId.random();
    private static final Identity MARIA = Somebody.person("maria", Role.REVIEWER);
    private static final Identity TOM = Somebody.person("tom", Role.REVIEWER);
    private static final ReviewItemDetail ITEM = Samples.item(
            ID,
            List.of(),
            Samples.version(1, Outcome.SUPERSEDED, Samples.video("http://artist/v1.mp4")),
            Samples.version(2, Outcome.PENDING, Samples.video("http://artist/v2.mp4")));

    private final Browser browser = new Browser();
    private final LiveViews live = new LiveViews();
    private final ByHand background = new ByHand();
    private final NotesBench bench = new NotesBench();
    private final List<Place> places = new ArrayList<>();
    private NotesPanel panel;

    @BeforeEach
    void open() {
        browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aThreadShowsAllThatIsKnownOfIt() {
        var note = NoteSamples.note(TOM, "Edge flicker, see f43")
                .carried(1, 2)
                .at(NoteSamples.frames(43, 47))
                .blocking()
                .forClients()
                .drawn()
                .acknowledged();
        var id = note.detail().id();
        bench.threads.add(note.thread(
                NoteSamples.note(MARIA, "On it").answering(id).forClients().detail()));
        show(Role.REVIEWER);
        assertThat(text(card(id)))
                .contains("Tom", "1044–1048", "Blocks approval", "Client", "Drawing", "Unresolved from v1")
                .contains("Will be done by The artist", "Edge flicker, see ", "Maria", "On it");
        _click(_get(card(id), NativeButton.class, spec -> spec.withClasses("place-chip")));
        _click(_get(card(id), NativeButton.class, spec -> spec.withClasses("frame-link")));
        assertThat(places).containsExactly(NoteSamples.frames(43, 47), NoteSamples.frames(43, 43));
    }

    @Test
    void whatIsSaidBetweenReadingAndListeningIsNotMissed() {
        panel = bench.panel(Somebody.as(Role.REVIEWER), items(), live, background);
        panel.show(ITEM, 2);
        bench.threads.add(NoteSamples.note(TOM, "Just before").thread());
        UI.getCurrent().add(panel);
        assertThat(text(panel)).contains("Just before");
    }

    @Test
    void aDeletedNoteLeavesItsAuthorBehindAndNothingToDo() {
        var note = NoteSamples.note(MARIA, "Regretted").in(NoteState.DELETED);
        bench.threads.add(note.thread());
        show(Role.LEAD);
        assertThat(text(card(note.detail().id()))).contains("Maria", "This note was deleted.");
        assertThat(moves(note.detail())).isEmpty();
    }

    @Test
    void aNoteIsWrittenAsItWasSettled() {
        show(Role.REVIEWER);
        panel.begin(NoteSamples.frames(43, 43));
        _setValue(_get(Checkbox.class, spec -> spec.withId("note-client")), true);
        _setValue(_get(Checkbox.class, spec -> spec.withId("note-blocks")), true);
        send("Edge flicker");
        assertThat(bench.drafts).hasSize(1).allSatisfy(draft -> {
            assertThat(draft.version()).isEqualTo(2);
            assertThat(draft.place()).isEqualTo(NoteSamples.frames(43, 43));
            assertThat(draft.visibility()).isEqualTo(Visibility.CLIENT);
            assertThat(draft.blocking()).isTrue();
        });
        assertThat(called()).contains("sent");
        send("Another");
        assertThat(bench.drafts.get(1).visibility()).isEqualTo(Visibility.TEAM);
        assertThat(bench.drafts.get(1).blocking()).isFalse();
        assertThat(bench.drafts.get(1).place()).isEqualTo(new WholeVersion());
        assertThat(bench.drafts.get(1).id()).isNotEqualTo(bench.drafts.get(0).id());
    }

    @Test
    void aRefusedNoteKeepsItsWordsAndItsId() {
        show(Role.REVIEWER);
        bench.refusal = Optional.of(new TooManyNotes("A version may have 5000 notes"));
        var before = about();
        send("One too many");
        assertThat(called()).contains("refused").doesNotContain("sent");
        assertThat(about()).isEqualTo(before);
    }

    @Test
    void aNoteThatIsSentAgainForWantOfAnAnswerIsTheSameNote() {
        show(Role.REVIEWER);
        var about = about();
        send("Edge flicker", about);
        send("Edge flicker", about);
        assertThat(bench.drafts)
                .extracting(NoteDraft::id)
                .hasSize(2)
                .containsOnly(bench.drafts.get(0).id());

        send("Edge flicker", about());
        assertThat(bench.drafts.get(2).id()).isNotEqualTo(bench.drafts.get(0).id());
    }

    @Test
    void otherWordsThanWereSavedAreANoteOfTheirOwnAtTheSamePlace() {
        show(Role.REVIEWER);
        panel.begin(NoteSamples.frames(3, 3));
        _setValue(_get(Checkbox.class, spec -> spec.withId("note-client")), true);
        var about = about();
        send("Edge flicker", about);
        send("Edge flickers", about);
        send("Edge flickers", about);

        assertThat(bench.drafts).extracting(NoteDraft::place).containsOnly(NoteSamples.frames(3, 3));
        assertThat(bench.drafts)
                .extracting(NoteDraft::visibility)
                .as("clients see only what was meant for them")
                .containsExactly(Visibility.CLIENT, Visibility.TEAM, Visibility.TEAM);
        var ids = bench.drafts.stream().map(NoteDraft::id).toList();
        assertThat(ids.get(1)).isNotEqualTo(ids.get(0)).isEqualTo(ids.get(2));
    }

    @Test
    void otherWordsThanAnotherPageSentAreANoteOfTheirOwn() {
        var sent = NoteSamples.note(MARIA, "From the other tab").at(NoteSamples.frames(5, 5));
        bench.threads.add(sent.thread());
        show(Role.REVIEWER);
        var aim = new Aim(sent.detail().id(), false, NoteSamples.frames(5, 5), Visibility.TEAM, false);
        ComponentUtil.fireEvent(field(), new NoteField.Draft(field(), true, aim.written()));
        send("From the other tab ");
        ComponentUtil.fireEvent(field(), new NoteField.Draft(field(), true, aim.written()));
        send("From this one", "another");

        assertThat(bench.drafts).extracting(NoteDraft::place).containsOnly(NoteSamples.frames(5, 5));
        assertThat(bench.drafts.get(0).id()).isEqualTo(aim.note());
        assertThat(bench.drafts.get(1).id()).isNotEqualTo(aim.note());
    }

    @Test
    void anAnswerThatIsSentAgainIsTheSameAnswerAndOtherWordsAreAnother() {
        var note = NoteSamples.note(TOM, "Edge flicker").detail();
        bench.threads.add(new NoteThread(note, List.of()));
        show(Role.REVIEWER);
        press(note, "reply");
        var field = _get(card(note.id()), NoteField.class);
        var about = field.getElement().getAttribute("about");
        for (var text : List.of("On it", "On it", "On it now")) {
            ComponentUtil.fireEvent(field, new NoteField.Send(field, true, text, about, 1));
        }
        var next = field.getElement().getAttribute("about");
        ComponentUtil.fireEvent(field, new NoteField.Send(field, true, "Done", next, 2));

        var ids = bench.replies.stream().map(ReplyDraft::id).toList();
        assertThat(ids).hasSize(4);
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(Set.copyOf(ids)).hasSize(3);
    }

    @Test
    void theWordsOfADrawingThatAreSentAgainAreNoFurtherNote() {
        var drawing = NoteSamples.note(MARIA, "").drawn();
        bench.threads.add(drawing.thread());
        show(Role.REVIEWER);
        panel.adopt(drawing.detail().id(), NoteSamples.frames(9, 9));
        var about = about();
        send("This edge", about);
        bench.threads.set(
                0,
                NoteSamples.note(MARIA, "This edge")
                        .id(drawing.detail().id())
                        .drawn()
                        .thread());
        send("This edge", about);
        assertThat(bench.drafts)
                .extracting(NoteDraft::id)
                .containsExactly(drawing.detail().id());
    }

    @Test
    void aNoteThatIsBeingWrittenStaysWhereItIsUntilItIsMoved() {
        show(Role.REVIEWER);
        panel.begin(NoteSamples.frames(3, 3));
        typing(true);
        panel.begin(NoteSamples.frames(9, 9));
        assertThat(where()).startsWith("1004");
        _click(_get(NativeButton.class, spec -> spec.withId("note-move")));
        assertThat(where()).isEqualTo("1010");
        _click(_get(NativeButton.class, spec -> spec.withId("note-whole")));
        assertThat(where()).startsWith("Whole version");
    }

    @Test
    void whatIsTypedBecomesTheWordsOfADrawing() {
        var drawing = NoteSamples.note(MARIA, "").drawn();
        bench.threads.add(drawing.thread());
        show(Role.REVIEWER);
        panel.adopt(drawing.detail().id(), NoteSamples.frames(9, 9));
        assertThat(where()).contains("1010", "Drawing");
        send("This edge");
        assertThat(bench.done)
                .containsExactly("edit %s This edge".formatted(drawing.detail().id()));
    }

    @Test
    void theWordsOfADrawingThatIsGoneAreANoteOfTheirOwn() {
        show(Role.REVIEWER);
        panel.adopt(NoteId.random(), NoteSamples.frames(9, 9));
        send("This edge");
        assertThat(bench.drafts).extracting(draft -> draft.place()).containsExactly(NoteSamples.frames(9, 9));
    }

    @Test
    void aDraftComesBackWithAllThatWasSettled() {
        show(Role.REVIEWER);
        var aim = new Aim(NoteId.random(), false, NoteSamples.frames(5, 6), Visibility.CLIENT, true);
        ComponentUtil.fireEvent(field(), new NoteField.Draft(field(), true, aim.written()));
        assertThat(where()).isEqualTo("1006–1007");
        assertThat(panel.isWriting()).isTrue();
        send("Kept");
        assertThat(bench.drafts.get(0)).satisfies(draft -> {
            assertThat(draft.id()).isEqualTo(aim.note());
            assertThat(draft.blocking()).isTrue();
            assertThat(draft.visibility()).isEqualTo(Visibility.CLIENT);
        });
        assertThat(panel.isWriting()).isFalse();
    }

    @Test
    void aViewerReadsButDoesNotWrite() {
        var note = NoteSamples.note(TOM, "Edge flicker").detail();
        bench.threads.add(new NoteThread(note, List.of()));
        show(Role.VIEWER);
        assertThat(_find(NoteField.class)).isEmpty();
        assertThat(text(panel)).contains("Your role is viewer");
        assertThat(moves(note)).isEmpty();
    }

    @Test
    void filtersNarrowDownAndAreSaid() {
        bench.threads.add(NoteSamples.note(TOM, "Edge flicker").thread());
        show(Role.REVIEWER);
        var chosen = new ArrayList<String>();
        panel.addFilterListener(event -> chosen.add(panel.filters()));
        _click(_get(NativeButton.class, spec -> spec.withId("notes-open")));
        _click(_get(NativeButton.class, spec -> spec.withId("notes-mine")));
        assertThat(chosen).containsExactly("open", "open,mine");
        assertThat(last(bench.asked)).isEqualTo(NoteFilter.ALL.onlyOpen().onlyMine());
        assertThat(text(_get(NativeButton.class, spec -> spec.withId("notes-version"))))
                .isEqualTo("v24");
        _click(_get(NativeButton.class, spec -> spec.withId("notes-all")));
        assertThat(panel.filters()).isEmpty();
    }

    @Test
    void whatOthersWriteAppears() {
        show(Role.REVIEWER);
        assertThat(text(panel)).contains("No notes yet. The first one is yours.");
        var note = NoteSamples.note(TOM, "Edge flicker").detail();
        bench.threads.add(new NoteThread(note, List.of()));
        hear();
        assertThat(text(card(note.id()))).contains("Edge flicker");
        assertThat(text(panel)).doesNotContain("No notes yet");
    }

    @Test
    void whileSomebodyAnswersWhatOthersBeginWaits() {
        var first = NoteSamples.note(TOM, "Edge flicker").detail();
        bench.threads.add(new NoteThread(first, List.of()));
        show(Role.REVIEWER);
        press(first, "reply");
        var second = NoteSamples.note(TOM, "Grain differs").detail();
        bench.threads.add(0, new NoteThread(second, List.of()));
        hear();
        assertThat(cards()).hasSize(1);
        _click(_get(Button.class, spec -> spec.withText("Show 1 new note")));
        assertThat(cards()).extracting(NotesPanelTest::text).first().asString().contains("Grain differs");
        assertThat(_find(card(first.id()), NoteField.class)).hasSize(1);
    }

    @Test
    void anAnswerGoesIntoItsThread() {
        var note = NoteSamples.note(TOM, "Edge flicker").detail();
        bench.threads.add(new NoteThread(note, List.of()));
        show(Role.REVIEWER);
        press(note, "reply");
        var field = _get(card(note.id()), NoteField.class);
        ComponentUtil.fireEvent(field, new NoteField.Send(field, true, "On it", "", 1));
        assertThat(bench.replies).hasSize(1).allSatisfy(reply -> {
            assertThat(reply.to()).isEqualTo(note.id());
            assertThat(reply.visibility()).isEqualTo(Visibility.TEAM);
        });
        ComponentUtil.fireEvent(field, new NoteField.Done(field, true));
        assertThat(_find(card(note.id()), NoteField.class)).isEmpty();
    }

    @Test
    void aThreadWithADraftOfAnAnswerIsOpened() {
        var note = NoteSamples.note(TOM, "Edge flicker").detail();
        bench.threads.add(new NoteThread(note, List.of()));
        show(Role.REVIEWER);
        ComponentUtil.fireEvent(panel, new NotesPanel.Drafts(panel, true, "v2,r:%s,r:x,e:y".formatted(note.id())));
        assertThat(_find(card(note.id()), NoteField.class)).hasSize(1);
    }

    @Test
    void aNoteIsDeletedAndBroughtBack() {
        var note = NoteSamples.note(MARIA, "Regretted").detail();
        bench.threads.add(new NoteThread(note, List.of()));
        show(Role.REVIEWER);
        press(note, "delete");
        _click(_get(Button.class, spec -> spec.withId("undo-delete")));
        assertThat(bench.done).containsExactly("delete " + note.id(), "restore " + note.id());
    }

    @Test
    void aThreadIsSettledAndOpenedAgain() {
        var note = NoteSamples.note(MARIA, "Edge flicker").detail();
        bench.threads.add(new NoteThread(note, List.of()));
        show(Role.REVIEWER);
        press(note, "resolve");
        assertThat(bench.done).containsExactly("resolve " + note.id());
        bench.threads.set(
                0,
                NoteSamples.note(MARIA, "Edge flicker")
                        .id(note.id())
                        .in(NoteState.RESOLVED)
                        .thread());
        hear();
        assertThat(text(card(note.id()))).contains("Resolved by Lena");
        press(note, "reopen");
        assertThat(bench.done).endsWith("reopen " + note.id());
    }

    @Test
    void theNameOfAButtonBeginsAsItLooks() {
        var note = NoteSamples.note(MARIA, "Edge flicker").justNow().detail();
        bench.threads.add(new NoteThread(note, List.of()));
        show(Role.REVIEWER);
        assertThat(button(note, "edit").getElement().getAttribute("aria-label")).isNull();
        assertThat(button(note, "edit").getElement().getTextRecursively())
                .startsWith("Edit · ")
                .contains("note of " + note.author().displayName());
    }

    @Test
    void whatIsRefusedIsSaid() {
        var note = NoteSamples.note(MARIA, "Edge flicker").justNow().detail();
        bench.threads.add(new NoteThread(note, List.of()));
        show(Role.REVIEWER);
        press(note, "edit");
        bench.refusal = Optional.of(new TooLateToEdit("Somebody answered already"));
        var field = _get(card(note.id()), NoteField.class);
        ComponentUtil.fireEvent(field, new NoteField.Send(field, true, "Changed", "", 1));
        assertThat(called()).contains("refused");
        ComponentUtil.fireEvent(field, new NoteField.Done(field, true));
        press(note, "block");
        assertThat(text(_get(Notification.class))).contains("Somebody answered already.");
    }

    @Test
    void olderThreadsFollowWhenAskedFor() {
        for (var number = 0; number < NoteReading.PAGE + 5; number++) {
            bench.threads.add(NoteSamples.note(TOM, "Note " + number).thread());
        }
        show(Role.REVIEWER);
        assertThat(cards()).hasSize(NoteReading.PAGE);
        _click(_get(Button.class, spec -> spec.withId("notes-older")));
        assertThat(cards()).hasSize(NoteReading.PAGE + 5);
        assertThat(_find(Button.class, spec -> spec.withId("notes-older"))).isEmpty();
        bench.threads.add(0, NoteSamples.note(TOM, "The newest").thread());
        hear();
        assertThat(cards()).hasSize(NoteReading.PAGE + 6);
    }

    @Test
    void stepsLeadFromNoteToNote() {
        var late = NoteSamples.note(TOM, "late")
                .at(NoteSamples.frames(40, 40))
                .carried(2, 2)
                .detail();
        var early = NoteSamples.note(TOM, "early")
                .at(NoteSamples.frames(5, 5))
                .carried(2, 2)
                .detail();
        bench.threads.addAll(List.of(new NoteThread(early, List.of()), new NoteThread(late, List.of())));
        show(Role.REVIEWER);
        ComponentUtil.fireEvent(panel, new NotesPanel.Step(panel, true, true, 0, 20));
        ComponentUtil.fireEvent(panel, new NotesPanel.Step(panel, true, true, -1, -1));
        assertThat(places).containsExactly(late.place(), early.place());
        assertThat(card(early.id()).hasClassName("chosen")).isTrue();
        assertThat(card(late.id()).hasClassName("chosen")).isFalse();
        assertThat(text(panel)).endsWith("Note 1 of 2, Tom, Frame 1006, 00:00:00:05: early");
    }

    @Test
    void notesThatCannotBeReadLeaveTheRestOfThePageAlone() {
        bench.trouble = Optional.of(new IllegalStateException("no database"));
        show(Role.REVIEWER);
        assertThat(text(panel)).contains("The notes cannot be read just now").doesNotContain("no database");
        bench.trouble = Optional.empty();
        _click(_get(Button.class, spec -> spec.withText("Try again")));
        assertThat(text(panel)).contains("No notes yet").doesNotContain("cannot be read");
    }

    @Test
    void namesAreOfferedToWhoeverTypesOne() {
        bench.people.addAll(List.of(TOM, MARIA));
        show(Role.REVIEWER);
        ComponentUtil.fireEvent(field(), new NoteField.Names(field(), true, "to", 7));
        assertThat(called()).contains("offer");
    }

    private void show(Role role) {
        panel = bench.panel(Somebody.as(role), items(), live, background);
        panel.addPlaceListener(event -> places.add(event.place()));
        UI.getCurrent().add(panel);
        panel.show(ITEM, 2);
    }

    private void hear() {
        LiveNews.notesChanged(live, ID);
        background.wake();
        background.work();
        browser.settle();
    }

    private static NoteField field() {
        return _get(NoteField.class, spec -> spec.withId("new-note"));
    }

    private static void send(String text) {
        send(text, about());
    }

    private static void send(String text, String about) {
        ComponentUtil.fireEvent(field(), new NoteField.Send(field(), true, text, about, 1));
    }

    private static String about() {
        return field().getElement().getAttribute("about");
    }

    private static void typing(boolean typing) {
        ComponentUtil.fireEvent(field(), new NoteField.Typing(field(), true, typing));
    }

    private static String where() {
        return text(_get(Component.class, spec -> spec.withClasses("composer-where")));
    }

    private static List<ThreadCard> cards() {
        return _find(ThreadCard.class);
    }

    private static ThreadCard card(NoteId thread) {
        return _get(ThreadCard.class, spec -> spec.withId("note-" + thread));
    }

    private static List<String> moves(NoteDetail note) {
        return _find(card(note.thread()), NativeButton.class).stream()
                .map(button -> button.getElement().getAttribute("data-move"))
                .filter(move -> move != null)
                .toList();
    }

    private static void press(NoteDetail note, String move) {
        _click(button(note, move));
    }

    private static NativeButton button(NoteDetail note, String move) {
        return _find(card(note.thread()), NativeButton.class).stream()
                .filter(button -> move.equals(button.getElement().getAttribute("data-move")))
                .findFirst()
                .orElseThrow();
    }

    /** The functions in the browser that were called since this was last asked. */
    private static String called() {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(call -> call.getInvocation().getExpression())
                .collect(Collectors.joining("\n"));
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static String text(Component component) {
        return words(component.getElement()).collect(Collectors.joining());
    }

    private static Stream<String> words(Element element) {
        if (element.isTextNode()) {
            return Stream.of(element.getText());
        }
        return element.isVisible() ? element.getChildren().flatMap(NotesPanelTest::words) : Stream.empty();
    }

    private static ReviewItems items() {
        return new ReviewItems() {
            @Override
            public Content content(Identity viewer, VersionId id) {
                return Samples.content(id);
            }
        };
    }
}
