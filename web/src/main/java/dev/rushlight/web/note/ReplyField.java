package dev.rushlight.web.note;

import com.vaadin.flow.component.checkbox.Checkbox;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;

/** Where an answer is written, and what is settled about it. In a thread of the team it stays in the team. */
final class ReplyField {

    private final NoteField field;
    private final Checkbox client = new Checkbox("Clients see it");
    private final Attempts attempts = new Attempts();
    private Aim aim;

    ReplyField(Subject subject, NoteDetail thread, boolean takesFiles) {
        var guest = subject.viewer().isGuest();
        field = new NoteField(
                "Answer to " + thread.author().displayName(),
                "Answer %s".formatted(thread.author().displayName()));
        aim = Aim.at(new WholeVersion(), guest ? Visibility.CLIENT : Visibility.TEAM);
        field.keep(subject.room(), "r:" + thread.id());
        if (takesFiles) {
            field.takeFiles();
        }
        field.sendWith("Reply");
        field.offerCancel();
        field.addDraftListener(draft -> Aim.read(draft.about()).ifPresent(this::show));
        if (thread.visibility() == Visibility.CLIENT && !guest) {
            client.addValueChangeListener(
                    change -> aim(aim.seenBy(change.getValue() ? Visibility.CLIENT : Visibility.TEAM)));
            field.addOption(client);
        }
        aim(aim);
    }

    private void show(Aim draft) {
        aim(draft);
        client.setValue(draft.visibility() == Visibility.CLIENT);
    }

    private void aim(Aim next) {
        aim = next;
        field.about(next.written());
    }

    NoteField field() {
        return field;
    }

    Aim aimOf(NoteField.Send send) {
        return attempts.aimOf(send, aim);
    }

    /** The answer is there; what is typed from now on is another one. */
    void saved() {
        attempts.saved();
        aim(aim.afresh());
    }
}
