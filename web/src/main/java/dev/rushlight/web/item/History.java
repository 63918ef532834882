package dev.rushlight.web.item;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.policy.SideState;
import dev.rushlight.review.Aside;
import dev.rushlight.review.Cause;
import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Supplier;

/** What was said and decided, newest first, the earlier of it when it is asked for: who, as what, when and why. */
final class History extends Section {

    private static final int AT_FIRST = 50;
    private static final int AT_A_TIME = 200;

    private final OrderedList list = new OrderedList();
    private final Further further = new Further("earlier-history", "Earlier history", AT_A_TIME);
    private int wanted = AT_FIRST;

    private final HistoryProof proof;

    History(HistoryProof proof) {
        this.proof = proof;
        addClassNames("panel", "history");
        list.addClassName("history-list");
        add(new H2("History"), list, further, proof);
    }

    void show(ReviewItemDetail item) {
        proof.show(item);
        var moments = new ArrayList<Moment>();
        item.decisions()
                .forEach(decision -> moments.add(new Moment(decision.decidedAt(), 2, () -> decision(decision))));
        for (var version : item.versions()) {
            version.votes().forEach(vote -> moments.add(new Moment(vote.castAt(), 1, () -> vote(version, vote))));
            moments.add(new Moment(version.submittedAt(), 0, () -> submission(version)));
            version.aside()
                    .filter(aside -> aside.state() == SideState.WITHDRAWN)
                    .ifPresent(aside -> moments.add(new Moment(aside.at(), 2, () -> withdrawal(version, aside))));
        }
        moments.sort(
                Comparator.comparing(Moment::at).thenComparing(Moment::rank).reversed());
        list.removeAll();
        moments.stream().limit(wanted).forEach(moment -> list.add(moment.line().get()));
        further.show(moments.size() - wanted, () -> {
            wanted += AT_A_TIME;
            show(item);
        });
    }

    private static ListItem vote(VersionDetail version, VoteDetail vote) {
        var appearance = Appearance.of(vote.choice());
        var head = new Div(new Glyph(appearance.symbol()), who(vote.displayName()), new Span(" · "));
        head.addClassNames("moment-head", appearance.tone().styleClass());
        head.add(strong(appearance.word()));
        var line =
                new ListItem(head, about(version.number(), vote.role().name().toLowerCase(Locale.ROOT), vote.castAt()));
        line.addClassName("moment");
        if (!vote.inForce()) {
            line.addClassName("past");
            var mark = new Span(became(vote));
            mark.addClassName("moment-mark");
            line.add(mark);
        }
        if (!vote.onBehalfOf().isEmpty()) {
            var mark = new Span("also for " + String.join(", ", vote.onBehalfOf()));
            mark.addClassName("moment-mark");
            line.add(mark);
        }
        vote.reason().ifPresent(reason -> line.add(reason(reason)));
        return line;
    }

    private static String became(VoteDetail vote) {
        return switch (vote.standing()) {
            case CAST -> "replaced by a later vote";
            case LATE -> "late: the outcome was final";
            case REVOKED -> "taken back";
            case BEFORE_REOPEN -> "before the reopening";
            case DISMISSED ->
                vote.ending()
                        .map(ending -> "dismissed by %s: %s"
                                .formatted(ending.by(), ending.reason().orElse("")))
                        .orElse("dismissed");
        };
    }

    private static String by(Cause cause) {
        return switch (cause) {
            case VOTE -> "";
            case REVOKE -> " by undoing";
            case REOPEN -> " by reopening";
            case OVERRIDE -> " by an override";
            case DISMISS -> " by dismissing a vote";
            case HOLD -> " by a hold";
            case RESUME -> " by resuming";
            case NOTES -> " through its notes";
            case SEEN -> " once it was looked at";
            case PEOPLE -> " because people changed";
            case REEVALUATION -> " under a changed policy";
            case CARRIED -> " by what was said of the version before";
        };
    }

    private static ListItem decision(DecisionDetail decision) {
        var appearance = Appearance.of(decision.outcome());
        var head = new Div(new Glyph(appearance.symbol()), new Span("Became "), strong(appearance.word()));
        head.addClassNames("moment-head", appearance.tone().styleClass());
        var line = new ListItem(head);
        line.addClassNames("moment", "became");
        if (decision.cause() != Cause.VOTE) {
            head.add(new Span(by(decision.cause())));
            line.add(about(decision.version(), decision.actor().displayName(), decision.decidedAt()));
            decision.reason().ifPresent(reason -> line.add(reason(reason)));
        }
        decision.delivery().map(delivery -> Appearance.of(delivery.state())).ifPresent(delivery -> {
            var hint = new Span(new Glyph(delivery.symbol()), new Span(delivery.word()));
            hint.addClassNames("hint", delivery.tone().styleClass());
            line.add(hint);
        });
        return line;
    }

    private static ListItem submission(VersionDetail version) {
        var head = new Div(new Glyph(Symbol.SEND), who(version.submitter()), new Span(" submitted "));
        head.add(strong("v" + version.number()));
        head.addClassNames("moment-head", Tone.QUIET.styleClass());
        var when = new Div(new Ago(version.submittedAt()));
        when.addClassName("moment-about");
        var line = new ListItem(head, when);
        line.addClassName("moment");
        return line;
    }

    private static ListItem withdrawal(VersionDetail version, Aside aside) {
        var head = new Div(new Glyph(Symbol.WITHDRAWN), who(aside.by()), new Span(" withdrew "));
        head.add(strong("v" + version.number()));
        head.addClassNames("moment-head", Tone.QUIET.styleClass());
        var when = new Div(new Ago(aside.at()));
        when.addClassName("moment-about");
        var line = new ListItem(head, when);
        line.addClassName("moment");
        aside.reason().ifPresent(reason -> line.add(reason(reason)));
        return line;
    }

    private static Component about(int version, String who, Instant at) {
        var about = new Div(new Span("%s · v%d · ".formatted(who, version)), new Ago(at));
        about.addClassName("moment-about");
        return about;
    }

    private static Span who(String name) {
        var who = new Span(name);
        who.addClassName("who");
        return who;
    }

    private static Span strong(String word) {
        var strong = new Span(word);
        strong.addClassName("strong");
        return strong;
    }

    private static Paragraph reason(String text) {
        var reason = new Paragraph(text);
        reason.addClassNames("reason", "prose");
        return reason;
    }

    private record Moment(Instant at, int rank, Supplier<ListItem> line) {}
}
