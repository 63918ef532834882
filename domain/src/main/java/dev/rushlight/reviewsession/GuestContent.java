package dev.rushlight.reviewsession;

import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.Content;
import dev.rushlight.review.ContentReader;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.TaskContent;
import java.util.Optional;

/** What there is to look at, without who is at work on it: that is named by what they log in with. */
final class GuestContent implements ContentReader<Content> {

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
                task.status(), Optional.empty(), task.description(), task.fields(), task.checklist(), task.links());
    }
}
