package dev.rushlight.web.note;

import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteThread;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What can be done with a note. Offering is not allowing: that is for the desk. */
public enum Move {
    REPLY("Reply"),
    EDIT("Edit"),
    RESOLVE("Resolve"),
    REOPEN("Reopen"),
    ACKNOWLEDGE("Will do"),
    BLOCK("Block approval"),
    UNBLOCK("Unblock"),
    DELETE("Delete");

    private final String word;

    Move(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The move whose button shows this one, so that a button keeps its place, and the focus, when its sense turns. */
    Move button() {
        return switch (this) {
            case REOPEN -> RESOLVE;
            case UNBLOCK -> BLOCK;
            default -> this;
        };
    }

    static Set<Move> offered(Subject subject, NoteThread thread, NoteDetail note, Instant now, Duration grace) {
        var moves = EnumSet.noneOf(Move.class);
        var first = thread.note();
        if (note.state() == NoteState.DELETED || first.state() == NoteState.DELETED) {
            return moves;
        }
        var own = note.author().id().equals(subject.viewer().id());
        if (own) {
            moves.add(DELETE);
            if (isLast(thread, note) && (note.text().isEmpty() || isYoung(note, now, grace))) {
                moves.add(EDIT);
            }
        }
        if (note.equals(first)) {
            addOfThreads(moves, subject, note, own);
        }
        return moves;
    }

    private static void addOfThreads(Set<Move> moves, Subject subject, NoteDetail note, boolean own) {
        var submitted = subject.isSubmitter(note.version());
        var open = note.state() == NoteState.OPEN;
        if (subject.mayWrite()) {
            moves.add(REPLY);
        }
        if (own || submitted || subject.viewer().role().mayLead()) {
            moves.add(open ? RESOLVE : REOPEN);
        }
        if (submitted && open && note.acknowledged().isEmpty()) {
            moves.add(ACKNOWLEDGE);
        }
        if (subject.mayBlock() && open) {
            moves.add(note.blocking() ? UNBLOCK : BLOCK);
        }
    }

    private static boolean isLast(NoteThread thread, NoteDetail note) {
        var answers = thread.answers();
        return answers.isEmpty() || answers.get(answers.size() - 1).equals(note);
    }

    static boolean isYoung(NoteDetail note, Instant now, Duration grace) {
        return now.isBefore(note.createdAt().plus(grace));
    }
}
