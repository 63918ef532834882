package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.reviewsession.Progress;
import dev.rushlight.reviewsession.ReviewSessionDetail;
import dev.rushlight.reviewsession.ReviewSessionState;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.OutcomeBar;
import dev.rushlight.web.look.Pages;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a review session is called, where it stands and how far it is, and what leads can do with it as a whole. The buttons
 * stay when it is shown anew, and with them the focus.
 */
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
    private final H1 name = new H1();
    private final Badge state = new Badge(Appearance.of(ReviewSessionState.PREPARED));
    private final Button change;
    private final Button turn;

    /** Closes what was never open; in its place stands nothing later. */
    private final Button close;

    private final Button adding;
    private final Div about = new Div();
    private final OutcomeBar progress = new OutcomeBar(Progress.NONE);
    private Optional<ReviewSessionDetail> shown = Optional.empty();

    /** @param play leads to the first item */
    ReviewSessionHead(Acts acts, Anchor play) {
        this.acts = acts;
        change = button("change-session", "Change", acts::change);
        turn = button("turn-session", "", this::turn);
        close = button("close-unopened", "Close", acts::close);
        adding = button("add-items", "Add items", acts::addItems);
        addClassName("session-head");
        var back = new Anchor(Pages.REVIEW_SESSIONS, "Review sessions");
        back.addClassName("crumb");
        var title = new Div(back, name, state);
        title.addClassName("page-title");
        var buttons = new Div(change, turn, close, adding, play);
        buttons.addClassName("buttons");
        var header = new Div(title, buttons);
        header.addClassName("page-header");
        about.addClassName("session-intro");
        add(header, about, progress);
    }

    void show(ReviewSessionDetail detail, boolean arranges) {
        name.setText(detail.plan().name());
        state.show(Appearance.of(detail.state()));
        change.setVisible(arranges);
        turn.setVisible(arranges);
        close.setVisible(arranges && detail.state() == ReviewSessionState.PREPARED);
        adding.setVisible(arranges && detail.state().isEditable());
        offerTurn(detail.state());
        if (shown.map(ReviewSessionDetail::plan).filter(detail.plan()::equals).isEmpty()) {
            tellAbout(detail);
        }
        progress.show(detail.progress());
        shown = Optional.of(detail);
    }

    /** One button for what comes next in the life of a review session; it stays in its place. */
    private void offerTurn(ReviewSessionState state) {
        switch (state) {
            case PREPARED -> offerTurn("open-session", "Open");
            case OPEN -> offerTurn("close-session", "Close");
            case CLOSED -> offerTurn("reopen-session", "Open again");
        }
    }

    private void offerTurn(String id, String words) {
        turn.setId(id);
        turn.setText(words);
    }

    private void turn(ReviewSessionDetail detail) {
        switch (detail.state()) {
            case PREPARED -> acts.open(detail);
            case OPEN -> acts.close(detail);
            case CLOSED -> acts.reopen(detail);
        }
    }

    private void tellAbout(ReviewSessionDetail detail) {
        var plan = detail.plan();
        var line = new Div(
                new Span(plan.project().map(project -> project + " · ").orElse("") + "made by " + detail.creator()
                        + " "),
                new Ago(detail.createdAt()));
        plan.opens().ifPresent(at -> line.add(new Span(" · opens "), new Ago(at)));
        plan.closes().ifPresent(at -> line.add(new Span(" · closes "), new Ago(at)));
        line.addClassName("session-about");
        about.removeAll();
        about.add(line);
        plan.description().ifPresent(text -> {
            var words = new Paragraph(text);
            words.addClassName("prose");
            about.add(words);
        });
    }

    private Button button(String id, String words, Consumer<ReviewSessionDetail> act) {
        var button = new Button(words, click -> shown.ifPresent(act));
        button.setId(id);
        return button;
    }
}
