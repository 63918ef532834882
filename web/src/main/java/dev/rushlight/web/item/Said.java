package dev.rushlight.web.item;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.review.VoteEnding;
import dev.rushlight.review.VoteStanding;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Initials;
import dev.rushlight.web.look.Tone;

/** One person in the checklist: with what they voted, or waited for. */
final class Said extends ListItem {

    private Said(String name, Tone tone) {
        addClassNames("said", tone.styleClass());
        var face = new Avatar(name);
        face.setAbbreviation(Initials.of(name));
        face.addThemeVariants(AvatarVariant.LUMO_XSMALL);
        face.getElement().setAttribute("aria-hidden", "true");
        var who = new Span(name);
        who.addClassName("who");
        add(face, who);
    }

    static Said awaited(String username) {
        var line = new Said(username, Tone.QUIET);
        line.addClassName("awaited");
        line.add(words("has not voted yet"));
        return line;
    }

    static Said of(VoteDetail vote) {
        var appearance = Appearance.of(vote.choice());
        var line = new Said(vote.displayName(), appearance.tone());
        var verdict = new Span(new Glyph(appearance.symbol()), new Span(appearance.word()));
        verdict.addClassName("said-verdict");
        line.add(verdict);
        vote.label().ifPresent(label -> line.add(words(label)));
        if (!vote.onBehalfOf().isEmpty()) {
            line.add(words("also for " + String.join(", ", vote.onBehalfOf())));
        }
        vote.copiedFrom().ifPresent(number -> line.add(words("said of v" + number)));
        if (vote.standing() == VoteStanding.DISMISSED) {
            line.addClassName("dismissed");
            vote.ending().ifPresent(ending -> line.add(words(dismissal(ending))));
        }
        return line;
    }

    private static String dismissal(VoteEnding ending) {
        return "dismissed by %s%s"
                .formatted(ending.by(), ending.reason().map(": "::concat).orElse(""));
    }

    private static Span words(String text) {
        var words = new Span(text);
        words.addClassName("said-more");
        return words;
    }
}
