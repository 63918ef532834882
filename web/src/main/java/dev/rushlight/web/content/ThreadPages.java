package dev.rushlight.web.content;

import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The threads of a version page by page, newest first. */
@FunctionalInterface
public interface ThreadPages {

    /** How many threads are read at once. */
    int PAGE = 200;

    /** How many threads are shown on lines at most. */
    int MOST = 1_000;

    List<NoteThread> read(Optional<NoteCursor> after, int limit);

    /** All of them, as far as anybody would read on. */
    default List<NoteThread> all() {
        var all = new ArrayList<NoteThread>();
        List<NoteThread> page;
        do {
            var after = all.isEmpty()
                    ? Optional.<NoteCursor>empty()
                    : Optional.of(all.get(all.size() - 1).cursor());
            page = read(after, PAGE);
            all.addAll(page);
        } while (page.size() == PAGE && all.size() < MOST);
        return all;
    }
}
