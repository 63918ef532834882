package dev.rushlight.reviewsession;

import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.Content;
import dev.rushlight.review.ContentReader;
import dev.rushlight.review.FieldChange;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.TaskContent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What there is to look at, without who is at work on it: that is named by what they log in with. */
final class GuestContent implements ContentReader<Content> {

    /** What fields are called that say who is at work. */
    private static final Set<String> AT_WORK = Set.of("assignee", "assignees", "assigned to");

    @Override
    public Content media(MediaContent content) {
        return content;
    }

    @Override
    public Content changeset(ChangesetContent content) {
        return content;
    }

    @Override
    public Content task(TaskContent task) {
        return new TaskContent(
                task.status(),
                Optional.empty(),
                task.description(),
                task.fields().stream().filter(GuestContent::namesNobody).toList(),
                task.checklist(),
                task.links());
    }

    private static boolean namesNobody(FieldChange field) {
        return !AT_WORK.contains(field.name().strip().toLowerCase(Locale.ROOT));
    }
}
