package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.reviewsession.ReviewSessionDetail;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.OutcomeBar;
import dev.rushlight.web.look.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a review session is called, where it stands and how far it is, and what leads can do with it as a whole. */
final class ReviewSessionHead extends Div {

    /** What leads do with a review session. */
    interface Acts {
        void change(ReviewSessionDetail detail);

        void open(ReviewSessionDetail detail);

        void close(ReviewSessionDetail detail);

        void reopen(ReviewSessionDetail detail);

        void addItems(ReviewSessionDetail detail);
    }

    private final Acts acts;

    ReviewSessionHead(Acts acts) {
        this.acts = acts;
        addClassName("session-head");
    }

    void show(ReviewSessionDetail detail, boolean arranges, Anchor play) {
        removeAll();
        var back = new Anchor(Pages.REVIEW_SESSIONS, "Review sessions");
        back.addClassName("crumb");
        var name = new Div(back, new H1(detail.plan().name()), new Badge(Appearance.of(detail.state())));
        name.addClassName("page-title");
        var buttons = new Div();
        buttons.addClassName("buttons");
        if (arranges) {
            buttons.add(buttons(detail));
        }
        buttons.add(play);
        var header = new Div(name, buttons);
        header.addClassName("page-header");
        add(header, about(detail), new OutcomeBar(detail.progress()));
    }

    private List<Component> buttons(ReviewSessionDetail detail) {
        var buttons = new ArrayList<Component>();
        buttons.add(button("change-session", "Change", detail, acts::change));
        switch (detail.state()) {
            case PREPARED -> {
                buttons.add(button("open-session", "Open", detail, acts::open));
                buttons.add(button("close-session", "Close", detail, acts::close));
            }
            case OPEN -> buttons.add(button("close-session", "Close", detail, acts::close));
            case CLOSED -> buttons.add(button("reopen-session", "Open again", detail, acts::reopen));
        }
        if (detail.state().isEditable()) {
            buttons.add(button("add-items", "Add items", detail, acts::addItems));
        }
        return buttons;
    }

    private static Div about(ReviewSessionDetail detail) {
        var plan = detail.plan();
        var line = new Div(
                new Span(plan.project().map(project -> project + " · ").orElse("") + "made by " + detail.creator()
                        + " "),
                new Ago(detail.createdAt()));
        plan.opens().ifPresent(at -> line.add(new Span(" · opens "), new Ago(at)));
        plan.closes().ifPresent(at -> line.add(new Span(" · closes "), new Ago(at)));
        line.addClassName("session-about");
        var about = new Div(line);
        plan.description().ifPresent(text -> {
            var words = new Paragraph(text);
            words.addClassName("prose");
            about.add(words);
        });
        about.addClassName("session-intro");
        return about;
    }

    private static Button button(
            String id, String words, ReviewSessionDetail detail, Consumer<ReviewSessionDetail> act) {
        var button = new Button(words, click -> act.accept(detail));
        button.setId(id);
        return button;
    }
}
