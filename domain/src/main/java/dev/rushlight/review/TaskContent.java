package dev.rushlight.review;

import java.util.List;
import java.util.Optional;

/** A task as it stands at this version. */
public record TaskContent(
        String status,
        Optional<String> assignee,
        String description,
        List<FieldChange> fields,
        List<CheckItem> checklist,
        List<Link> links)
        implements Content {

    public TaskContent {
        fields = List.copyOf(fields);
        checklist = List.copyOf(checklist);
        links = List.copyOf(links);
    }

    @Override
    public Kind kind() {
        return Kind.TASK;
    }

    @Override
    public <T> T readBy(ContentReader<T> reader) {
        return reader.task(this);
    }
}
