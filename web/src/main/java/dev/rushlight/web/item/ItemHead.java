package dev.rushlight.web.item;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Origin;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.QueueAddress;
import java.util.Optional;

/** What is looked at: project, name, version, and where it came from. */
final class ItemHead extends Div {

    ItemHead() {
        addClassName("item-head");
    }

    void show(ReviewItemDetail item, VersionDetail version, Origin from, Optional<Whereabouts.Through> through) {
        var path = new Div(
                through.map(ItemHead::reviewSession).orElseGet(() -> queue(from.queue())),
                new Span("/"),
                new Span(item.project()));
        path.addClassName("path-line");
        var number = new Span("v" + version.number());
        number.addClassName("version-chip");
        var name = new H1(item.name());
        name.setTitle(item.name());
        var title = new Div(name, number);
        title.addClassName("item-title");
        var kind = Appearance.of(item.kind());
        var about = new Div(
                new Glyph(kind.symbol()),
                new Span("%s · submitted by %s · ".formatted(kind.word(), version.submitter())),
                new Ago(version.submittedAt()),
                new Span("\u00a0· through " + item.connectionName()));
        about.addClassName("item-about");
        removeAll();
        add(path, title, about);
    }

    private static Anchor reviewSession(Whereabouts.Through through) {
        var link = new Anchor(Pages.reviewSession(through.id()), through.name());
        link.setTitle(through.name());
        return link;
    }

    /** Back to what somebody came from, with its filters. */
    private static Anchor queue(QueueFilter from) {
        var query = QueueAddress.write(from).getQueryString();
        var link = new Anchor("/" + Pages.QUEUE + (query.isEmpty() ? "" : "?" + query), "Queue");
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
