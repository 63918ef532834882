package dev.rushlight.web.note;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.IntConsumer;

/** The words of a note: plain text with its line breaks, in which addresses, people and frames lead somewhere. */
final class NoteProse extends Paragraph {

    NoteProse(List<NoteTokens.Token> tokens, IntConsumer frameChosen) {
        addClassNames("note-text", "prose");
        tokens.forEach(token -> add(part(token, frameChosen)));
    }

    private static Component part(NoteTokens.Token token, IntConsumer frameChosen) {
        return switch (token.kind()) {
            case WORDS -> new Text(token.text());
            case LINK -> {
                var link = new Anchor(token.address(), token.text(), AnchorTarget.BLANK);
                link.getElement().setAttribute("rel", "noopener noreferrer");
                yield link;
            }
            case MENTION -> {
                var person = new Span(token.text());
                person.addClassName("mention");
                yield person;
            }
            case FRAME -> {
                var frame = new NativeButton(token.text(), click -> frameChosen.accept(token.frame()));
                frame.addClassName("frame-link");
                frame.setTitle("Show this frame");
                yield frame;
            }
        };
    }
}
