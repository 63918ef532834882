package dev.rushlight.web.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteAuthor;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteExtras;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Change;
import dev.rushlight.review.ChangeAction;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.Content;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VersionId;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import elemental.json.JsonObject;
import elemental.json.impl.JreJsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesetStageTest {

    private static final ReviewItemId ID = ReviewItemId.random();
    private static final String NOTE = NoteId.random().toString();

    private final Browser browser = new Browser();
    private final LiveViews live = new LiveViews();
    private final ByHand background = new ByHand();
    private final List<String> acts = new ArrayList<>();
    private final List<NoteThread> threads = new ArrayList<>();
    private final VersionDetail first =
            Samples.version(1, Outcome.SUPERSEDED, changeset("@@ -4 +4 @@\n-a\n+limit = 180\n"));
    private final VersionDetail second =
            Samples.version(2, Outcome.PENDING, changeset("@@ -4 +6 @@\n-a\n+limit = 180\n"));
    private final ReviewItemDetail item = Samples.item(ID, List.of(), first, second);
    private Identity author = Somebody.person("ann", Role.REVIEWER);
    private Optional<RuntimeException> refusal = Optional.empty();

    @BeforeEach
    void open() {
        browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theBrowserIsToldWhereTheFilesAre() {
        var stage = stage(Role.REVIEWER);
        assertThat(stage.getElement().getAttribute("source")).isEqualTo("content/%s/2/diff".formatted(ID));
        assertThat(stage.getElement().getProperty("mayWrite", false)).isTrue();
        assertThat(stage(Role.VIEWER).getElement().getProperty("mayWrite", true))
                .isFalse();
    }

    @Test
    void aNoteGoesToTheDeskWithItsLine() {
        var stage = stage(Role.REVIEWER);
        happen(stage, "note-written", written());
        assertThat(acts)
                .containsExactly("add %s v2 InFile[path=rig/arm.py, line=6] Why? TEAM blocking".formatted(NOTE));
    }

    @Test
    void anAnswerIsForTheSameEyesAsItsThread() {
        var thread = thread(2, new InFile("rig/arm.py", 6), Visibility.CLIENT);
        var stage = stage(Role.REVIEWER);
        var detail = json("{\"id\":\"%s\",\"to\":\"%s\",\"text\":\"Because\"}"
                .formatted(NOTE, thread.note().id()));
        happen(stage, "note-answered", detail);
        assertThat(acts)
                .containsExactly(
                        "reply %s Because CLIENT".formatted(thread.note().id()));
    }

    @Test
    void threadsAreResolvedAndReopened() {
        var stage = stage(Role.LEAD);
        happen(stage, "note-resolved", json("{\"id\":\"%s\"}".formatted(NOTE)));
        happen(stage, "note-reopened", json("{\"id\":\"%s\"}".formatted(NOTE)));
        assertThat(acts).containsExactly("resolve " + NOTE, "reopen " + NOTE);
    }

    @Test
    void whatIsNoIdIsNoAct() {
        happen(stage(Role.LEAD), "note-resolved", json("{\"id\":\"x\"}"));
        assertThat(acts).isEmpty();
    }

    @Test
    void aRefusalIsToldToTheBrowserAndChangesNothing() {
        var stage = stage(Role.REVIEWER);
        UI.getCurrent().add(stage);
        refusal = Optional.of(new NotAllowed("maria may look, but not write"));
        happen(stage, "note-written", written());
        assertThat(acts).isEmpty();
        assertThat(calls()).contains("maria may look, but not write");
    }

    @Test
    void onlyNotesOnLinesAreShownInTheFiles() {
        thread(2, new WholeVersion(), Visibility.TEAM);
        var said = thread(2, new InFile("rig/arm.py", 6), Visibility.TEAM);
        assertThat(shown(stage(Role.VIEWER)))
                .contains(said.note().id().toString(), "\"line\":6", "\"mayResolve\":false")
                .containsOnlyOnce("\"author\"");
    }

    @Test
    void aNoteOfAnOlderVersionMovesWithItsLine() {
        thread(1, new InFile("rig/arm.py", 4), Visibility.TEAM);
        assertThat(shown(stage(Role.VIEWER)))
                .contains("\"saidLine\":4", "\"line\":6", "\"from\":1", "\"quote\":\"limit = 180\"");
    }

    @Test
    void aLeadMayResolve() {
        thread(2, new InFile("rig/arm.py", 6), Visibility.TEAM);
        assertThat(shown(stage(Role.LEAD))).contains("\"mayResolve\":true");
    }

    @Test
    void anAuthorMayResolve() {
        author = Somebody.as(Role.REVIEWER).require();
        thread(2, new InFile("rig/arm.py", 6), Visibility.TEAM);
        assertThat(shown(stage(Role.REVIEWER))).contains("\"mayResolve\":true");
    }

    @Test
    void aNoteOfSomebodyElseAppearsByItself() {
        var stage = stage(Role.VIEWER);
        assertThat(shown(stage)).isEqualTo("[]");
        thread(2, new InFile("rig/arm.py", 6), Visibility.TEAM);
        LiveNews.notesChanged(live, ReviewItemId.random());
        background.work();
        browser.settle();
        assertThat(shown(stage)).isEqualTo("[]");
        LiveNews.notesChanged(live, ID);
        background.work();
        browser.settle();
        assertThat(shown(stage)).contains("\"line\":6");
    }

    @Test
    void moreThreadsThanAPageAreAllShown() {
        for (var i = 0; i < 450; i++) {
            thread(2, new InFile("rig/arm.py", 6), Visibility.TEAM);
        }
        assertThat(shown(stage(Role.VIEWER)).split("\"author\"", -1)).hasSize(451);
    }

    @Test
    void whatIsSaidBeforeAnybodyListensIsNotMissed() {
        var notes = new LineNotes(new Desk(), new Notes(), new Items(), Somebody.as(Role.VIEWER));
        var stage = new ChangesetStage(notes.on(item, second), live, background);
        thread(2, new InFile("rig/arm.py", 6), Visibility.TEAM);
        UI.getCurrent().add(stage);
        assertThat(shown(stage)).contains("\"line\":6");
    }

    private ChangesetStage stage(Role role) {
        var notes = new LineNotes(new Desk(), new Notes(), new Items(), Somebody.as(role));
        var stage = new ChangesetStage(notes.on(item, second), live, background);
        UI.getCurrent().add(stage);
        return stage;
    }

    private static String shown(ChangesetStage stage) {
        return stage.getElement().getProperty("threads");
    }

    private static JsonObject written() {
        return json("{\"id\":\"%s\",\"path\":\"rig/arm.py\",\"line\":6,\"text\":\"Why?\",\"blocking\":true}"
                .formatted(NOTE));
    }

    private static JsonObject json(String text) {
        return new JreJsonFactory().parse(text);
    }

    private static void happen(ChangesetStage stage, String event, JsonObject detail) {
        var data = new JreJsonFactory().createObject();
        data.put("event.detail", detail);
        stage.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(stage.getElement(), event, data));
    }

    private static String calls() {
        var page = UI.getCurrent().getInternals();
        page.getStateTree().runExecutionsBeforeClientResponse();
        return page.dumpPendingJavaScriptInvocations().stream()
                .map(call -> call.getInvocation().getParameters().toString())
                .collect(Collectors.joining());
    }

    private NoteThread thread(int version, Place place, Visibility visibility) {
        var id = NoteId.random();
        var detail = new NoteDetail(
                id,
                id,
                version,
                version == 2 ? OptionalInt.empty() : OptionalInt.of(version),
                new NoteAuthor(author.id(), author.username(), author.displayName(), author.role(), author.kind()),
                place,
                visibility,
                "Why?",
                NoteState.OPEN,
                false,
                false,
                Samples.NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NoteExtras.NONE);
        var thread = new NoteThread(detail, List.of());
        threads.add(thread);
        return thread;
    }

    private static Content changeset(String diff) {
        return new ChangesetContent(
                List.of(new Change("rig/arm.py", Optional.empty(), ChangeAction.MODIFY, Optional.of(diff))));
    }

    private final class Desk extends FeedbackDesk {

        @Override
        public NoteId add(Identity by, NoteDraft draft) {
            act("add %s v%d %s %s %s %s"
                    .formatted(
                            draft.id(),
                            draft.version(),
                            draft.place(),
                            draft.text(),
                            draft.visibility(),
                            draft.blocking() ? "blocking" : ""));
            return draft.id();
        }

        @Override
        public NoteId reply(Identity by, ReplyDraft draft) {
            act("reply %s %s %s".formatted(draft.to(), draft.text(), draft.visibility()));
            return draft.id();
        }

        @Override
        public void resolve(Identity by, ReviewItemId item, NoteId id) {
            act("resolve " + id);
        }

        @Override
        public void reopen(Identity by, ReviewItemId item, NoteId id) {
            act("reopen " + id);
        }

        private void act(String what) {
            refusal.ifPresent(rule -> {
                throw rule;
            });
            acts.add(what);
        }
    }

    private final class Notes extends FeedbackNotes {

        @Override
        public List<NoteThread> threads(
                Identity viewer,
                ReviewItemId item,
                int version,
                NoteFilter filter,
                Optional<NoteCursor> after,
                int limit) {
            var from = after.map(cursor -> 1
                            + threads.stream().map(NoteThread::cursor).toList().indexOf(cursor))
                    .orElse(0);
            return threads.subList(from, Math.min(threads.size(), from + limit));
        }

        @Override
        public Optional<NoteThread> thread(Identity viewer, ReviewItemId item, int version, NoteId note) {
            return threads.stream()
                    .filter(thread -> thread.note().id().equals(note))
                    .findFirst();
        }
    }

    private static final class Items extends ReviewItems {

        @Override
        public Content content(Identity viewer, VersionId id) {
            return Samples.content(id);
        }
    }
}
