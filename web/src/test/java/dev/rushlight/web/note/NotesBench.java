package dev.rushlight.web.note;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.ComponentUtil;
import dev.rushlight.feedback.AttachmentDesk;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteTally;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.Installation;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.testing.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Notes in memory, a desk that remembers what was asked of it, and the panel that stands on both. */
public final class NotesBench {

    final List<String> done = new ArrayList<>();
    final List<NoteDraft> drafts = new ArrayList<>();
    final List<ReplyDraft> replies = new ArrayList<>();
    final List<NoteFilter> asked = new ArrayList<>();

    /** Newest first. */
    final List<NoteThread> threads = new ArrayList<>();

    final List<Identity> people = new ArrayList<>();
    Optional<RuntimeException> refusal = Optional.empty();
    Optional<RuntimeException> trouble = Optional.empty();

    public NotesPanel panel(CurrentPerson person, ReviewItems items, LiveViews live, BackgroundWork background) {
        return new NotesPanel(
                new TeamNotes(new Notes(), new Desk(), new Attachments(), items, new People(), person),
                live,
                background,
                new Installation(
                        Path.of("unused"),
                        "127.0.0.1",
                        8080,
                        URI.create("https://review.example"),
                        new DatabaseSettings("jdbc:h2:mem:unused", "u", "p"),
                        Duration.ofSeconds(10)),
                Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    }

    /** What is there to read. */
    public FeedbackNotes written() {
        return new Notes();
    }

    public FeedbackDesk desk() {
        return new Desk();
    }

    /** Somebody has begun to write a note on the page and has not sent it. */
    public static void typeSomething() {
        var field = _get(NoteField.class, spec -> spec.withId("new-note"));
        ComponentUtil.fireEvent(field, new NoteField.Typing(field, true, true));
    }

    /** Somebody sends what they wrote on the page. */
    public static void send(String text) {
        var field = _get(NoteField.class, spec -> spec.withId("new-note"));
        ComponentUtil.fireEvent(
                field, new NoteField.Send(field, true, text, field.getElement().getAttribute("about"), 1));
    }

    /** Whether there is anywhere to write. */
    public static boolean canBeWritten() {
        return !_find(NoteField.class).isEmpty();
    }

    /** Whether files can be put beside what is written. */
    public static boolean takesFiles() {
        return _get(NoteField.class, spec -> spec.withId("new-note"))
                .getElement()
                .hasAttribute("files");
    }

    private void act(String what) {
        refusal.ifPresent(rule -> {
            throw rule;
        });
        done.add(what);
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
            trouble.ifPresent(broken -> {
                throw broken;
            });
            asked.add(filter);
            var begin = after.map(cursor -> indexOf(cursor.thread()) + 1).orElse(0);
            return threads.stream().skip(begin).limit(limit).toList();
        }

        private int indexOf(NoteId thread) {
            return threads.stream().map(known -> known.note().id()).toList().indexOf(thread);
        }

        @Override
        public Optional<NoteThread> thread(Identity viewer, ReviewItemId item, int version, NoteId note) {
            return threads.stream()
                    .filter(thread -> Stream.concat(Stream.of(thread.note()), thread.answers().stream())
                            .map(NoteDetail::id)
                            .anyMatch(note::equals))
                    .findFirst();
        }

        @Override
        public NoteTally tally(Identity viewer, ReviewItemId item, int version) {
            return new NoteTally(threads.size(), 5, 2, 3, 4, 6, 1);
        }

        @Override
        public List<NotePin> pins(Identity viewer, ReviewItemId item, int version) {
            return threads.stream()
                    .map(NoteThread::note)
                    .map(note -> new NotePin(
                            note.id(),
                            note.place(),
                            note.state(),
                            note.blocking(),
                            note.drawn(),
                            note.author(),
                            note.text(),
                            note.carriedFrom()))
                    .toList();
        }
    }

    private final class People extends PeopleDesk {

        @Override
        public List<Identity> named(Identity by, String beginning, int most) {
            return people.stream()
                    .filter(person -> person.username().startsWith(beginning))
                    .limit(most)
                    .toList();
        }
    }

    private final class Attachments extends AttachmentDesk {

        @Override
        public void remove(Identity by, ReviewItemId item, NoteId id, AttachmentId attachment) {
            act("remove " + attachment);
        }
    }

    private final class Desk extends FeedbackDesk {

        @Override
        public NoteId add(Identity by, NoteDraft draft) {
            act("add " + draft.text());
            drafts.add(draft);
            return draft.id();
        }

        @Override
        public NoteId reply(Identity by, ReplyDraft draft) {
            act("reply " + draft.text());
            replies.add(draft);
            return draft.id();
        }

        @Override
        public void edit(Identity by, ReviewItemId item, NoteId id, String typed) {
            act("edit %s %s".formatted(id, typed));
        }

        @Override
        public void delete(Identity by, ReviewItemId item, NoteId id) {
            act("delete " + id);
        }

        @Override
        public void restore(Identity by, ReviewItemId item, NoteId id) {
            act("restore " + id);
        }

        @Override
        public void resolve(Identity by, ReviewItemId item, NoteId id) {
            act("resolve " + id);
        }

        @Override
        public void reopen(Identity by, ReviewItemId item, NoteId id) {
            act("reopen " + id);
        }

        @Override
        public void acknowledge(Identity by, ReviewItemId item, NoteId id) {
            act("acknowledge " + id);
        }

        @Override
        public void block(Identity by, ReviewItemId item, NoteId id, boolean blocking) {
            act("%s %s".formatted(blocking ? "block" : "unblock", id));
        }
    }
}
