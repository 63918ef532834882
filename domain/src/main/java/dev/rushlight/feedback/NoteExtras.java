package dev.rushlight.feedback;

import java.util.List;

/**
 * What comes with the words of a note.
 *
 * @param mentions the usernames that it names with an @ and that are somebody's here
 */
public record NoteExtras(List<String> mentions, List<AttachmentDetail> attachments) {

    public static final NoteExtras NONE = new NoteExtras(List.of(), List.of());

    public NoteExtras {
        mentions = List.copyOf(mentions);
        attachments = List.copyOf(attachments);
    }
}
