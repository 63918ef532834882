package dev.rushlight.web.content;

import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The notes on the lines of changesets, read and written by whoever is behind the page. */
@Dependent
public class LineNotes {

    private static final int PAGE = 200;
    private static final int MOST = 1_000;

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

    Identity reader() {
        return current.require();
    }

    /** The threads on lines of this version, and those carried on to it with their lines found again; oldest first. */
    List<LineThread> threads(ReviewItemDetail item, VersionDetail shown) {
        var person = current.require();
        var carried = new HashMap<Integer, Optional<CarriedLines>>();
        var threads = new ArrayList<LineThread>();
        for (var thread : everyThread(person, item, shown)) {
            if (thread.note().place() instanceof InFile said) {
                var landing = thread.note().carriedFrom().isEmpty()
                        ? Optional.<CarriedLines.Landing>empty()
                        : carried.computeIfAbsent(
                                        thread.note().version(), number -> carriedLines(person, item, number, shown))
                                .map(lines -> lines.find(said));
                threads.add(0, new LineThread(thread, said, landing));
            }
        }
        return threads;
    }

    private List<NoteThread> everyThread(Identity person, ReviewItemDetail item, VersionDetail shown) {
        var all = new ArrayList<NoteThread>();
        List<NoteThread> page;
        do {
            var after = all.isEmpty()
                    ? Optional.<NoteCursor>empty()
                    : Optional.of(all.get(all.size() - 1).cursor());
            page = notes.threads(person, item.id(), shown.number(), NoteFilter.ALL, after, PAGE);
            all.addAll(page);
        } while (page.size() == PAGE && all.size() < MOST);
        return all;
    }

    private Optional<CarriedLines> carriedLines(
            Identity person, ReviewItemDetail item, int number, VersionDetail shown) {
        return item.versions().stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .flatMap(version -> changeset(person, version))
                .flatMap(then -> changeset(person, shown).map(now -> new CarriedLines(then, now)));
    }

    private Optional<ChangesetContent> changeset(Identity person, VersionDetail version) {
        return Optional.of(items.content(person, version.id()))
                .filter(ChangesetContent.class::isInstance)
                .map(ChangesetContent.class::cast);
    }

    void add(ReviewItemDetail item, VersionDetail shown, NoteId id, InFile place, String text, boolean blocking) {
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

    /** Answers for the same eyes as the thread is for. */
    void reply(ReviewItemDetail item, NoteId id, NoteId to, String text) {
        var person = current.require();
        var visibility = notes.thread(person, item.id(), item.currentVersion(), to)
                .map(thread -> thread.note().visibility())
                .orElse(Visibility.TEAM);
        desk.reply(person, new ReplyDraft(id, item.id(), to, text, visibility, List.of(), Optional.empty()));
    }

    void resolve(ReviewItemDetail item, NoteId note) {
        desk.resolve(current.require(), item.id(), note);
    }

    void reopen(ReviewItemDetail item, NoteId note) {
        desk.reopen(current.require(), item.id(), note);
    }
}
