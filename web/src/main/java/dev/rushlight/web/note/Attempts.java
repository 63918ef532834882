package dev.rushlight.web.note;

import java.util.Optional;

/** Which note is meant by words that come, perhaps once more because their answer has not arrived. */
final class Attempts {

    private Optional<Attempt> last = Optional.empty();
    private Optional<Attempt> saved = Optional.empty();

    /** @param told what the browser had been told about the note when it was sent first */
    private record Attempt(String told, Aim aim, String text) {}

    /**
     * The same words are the same note; others are a note of their own at the same place, but seen only by whom the person
     * has chosen since.
     *
     * @param aim what is settled about the next note
     */
    Aim aimOf(NoteField.Send send, Aim aim) {
        var meant = saved.filter(known -> known.told().equals(send.about()))
                .map(known -> known.text().equals(send.text())
                        ? known.aim().worded()
                        : aim.at(known.aim().place()).afresh())
                .orElse(aim);
        last = Optional.of(new Attempt(send.about(), meant, send.text()));
        return meant;
    }

    /** What came last is saved. */
    void saved() {
        saved = last;
    }
}
