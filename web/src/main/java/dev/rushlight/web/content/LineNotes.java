package dev.rushlight.web.content;

import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notes on the lines of changesets, as people with an account read and write them. */
@Dependent
public class LineNotes {

    private static final Duration PACE = Duration.ofMillis(250);

    private final FeedbackDesk desk;
    private final FeedbackNotes notes;
    private final ReviewItems items;
    private final CurrentPerson current;

    @Inject
    public LineNotes(FeedbackDesk desk, FeedbackNotes notes, ReviewItems items, CurrentPerson current) {
        this.desk = desk;
        this.notes = notes;
        this.items = items;
        this.current = current;
    }

    /** Those on the version that is shown. */
    public LineAccess on(ReviewItemDetail item, VersionDetail shown) {
        return new OnVersion(item, shown);
    }

    private Optional<ChangesetContent> changeset(Identity person, VersionDetail version) {
        return Optional.of(items.content(person, version.id()))
                .filter(ChangesetContent.class::isInstance)
                .map(ChangesetContent.class::cast);
    }

    private final class OnVersion implements LineAccess {

        private final ReviewItemDetail item;
        private final VersionDetail shown;

        private OnVersion(ReviewItemDetail item, VersionDetail shown) {
            this.item = item;
            this.shown = shown;
        }

        @Override
        public Identity reader() {
            return current.require();
        }

        @Override
        public ReviewItemId item() {
            return item.id();
        }

        @Override
        public String source() {
            return new ChangesetAddress(item.id(), shown.number()).relative();
        }

        @Override
        public boolean mayWrite() {
            return reader().role().mayVote();
        }

        @Override
        public boolean mayBlock() {
            return mayWrite();
        }

        @Override
        public Duration pace() {
            return PACE;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        /** The lines of older versions are found again by what they say. */
        @Override
        public List<LineThread> threads() {
            var person = current.require();
            var carried = new HashMap<Integer, Optional<CarriedLines>>();
            var threads = new ArrayList<LineThread>();
            for (var thread : everyThread(person)) {
                if (thread.note().place() instanceof InFile said) {
                    var landing = thread.note().carriedFrom().isEmpty()
                            ? Optional.<CarriedLines.Landing>empty()
                            : carried.computeIfAbsent(thread.note().version(), number -> carriedLines(person, number))
                                    .map(lines -> lines.find(said));
                    threads.add(0, new LineThread(thread, said, landing));
                }
            }
            return threads;
        }

        private List<NoteThread> everyThread(Identity person) {
            ThreadPages pages =
                    (after, limit) -> notes.threads(person, item.id(), shown.number(), NoteFilter.ALL, after, limit);
            return pages.all();
        }

        private Optional<CarriedLines> carriedLines(Identity person, int number) {
            return item.versions().stream()
                    .filter(version -> version.number() == number)
                    .findFirst()
                    .flatMap(version -> changeset(person, version))
                    .flatMap(then -> changeset(person, shown).map(now -> new CarriedLines(then, now)));
        }

        @Override
        public Set<String> submitters() {
            return Stream.concat(
                            Stream.of(shown),
                            item.versions().stream().filter(version -> version.number() == item.currentVersion()))
                    .map(VersionDetail::submitter)
                    .collect(Collectors.toSet());
        }

        @Override
        public void write(NoteId id, InFile place, String text, boolean blocking) {
            desk.add(
                    current.require(),
                    new NoteDraft(
                            id,
                            item.id(),
                            shown.number(),
                            place,
                            text,
                            Visibility.TEAM,
                            blocking,
                            List.of(),
                            Optional.empty()));
        }

        @Override
        public void answer(NoteId id, NoteId to, String text) {
            var person = current.require();
            var visibility = notes.thread(person, item.id(), item.currentVersion(), to)
                    .map(thread -> thread.note().visibility())
                    .orElse(Visibility.TEAM);
            desk.reply(person, new ReplyDraft(id, item.id(), to, text, visibility, List.of(), Optional.empty()));
        }

        @Override
        public void resolve(NoteId note) {
            desk.resolve(current.require(), item.id(), note);
        }

        @Override
        public void reopen(NoteId note) {
            desk.reopen(current.require(), item.id(), note);
        }
    }
}
