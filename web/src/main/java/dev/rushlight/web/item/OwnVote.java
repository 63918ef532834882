package dev.rushlight.web.item;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.review.VoteStanding;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import java.util.Optional;

/** What the person said of this version, with the way to take it back. */
final class OwnVote extends Div {

    private final Button back = new Button("Take back my vote");
    private final Div words = new Div();

    OwnVote(Runnable takeBack) {
        addClassName("own-vote");
        setVisible(false);
        words.addClassName("own-vote-words");
        back.setId("take-back");
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        back.addClickListener(click -> takeBack.run());
        add(words, back);
    }

    void show(Optional<VoteDetail> vote, boolean mayTakeBack) {
        words.removeAll();
        setVisible(vote.isPresent());
        back.setVisible(mayTakeBack);
        vote.ifPresent(known -> {
            var appearance = Appearance.of(known.choice());
            var said = new Span(appearance.word());
            said.addClassName("strong");
            var glyph = new Glyph(appearance.symbol());
            glyph.addClassName(appearance.tone().styleClass());
            words.add(glyph, new Span("You voted "), said, new Span(" · "), new Ago(known.castAt()));
            if (known.standing() == VoteStanding.LATE) {
                words.add(new Span(" · late: it changes nothing"));
            }
        });
    }
}
