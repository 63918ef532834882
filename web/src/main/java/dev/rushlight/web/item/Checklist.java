package dev.rushlight.web.item;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.people.Role;
import dev.rushlight.policy.StageExplanation;
import dev.rushlight.policy.StageTurn;
import dev.rushlight.review.Briefing;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.review.VoteStanding;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stages of the policy, one after the other: what each wants, who said what there, and whom it waits for. */
final class Checklist extends Div {

    private final OrderedList stages = new OrderedList();
    private final Paragraph rules = new Paragraph();

    Checklist() {
        addClassName("checklist-of-stages");
        stages.addClassName("stages");
        rules.addClassName("stage-rules");
        add(stages, rules);
    }

    void show(VersionDetail version, Briefing briefing, Role viewer) {
        stages.removeAll();
        var placed = new HashSet<VoteDetail>();
        for (var stage : version.explanation()) {
            var turn = briefing.turns().stream()
                    .filter(known -> known.stage().equals(stage.stage()))
                    .findFirst();
            var votes = votesIn(stage, turn, version.votes());
            placed.addAll(votes);
            stages.add(row(stage, turn, votes));
        }
        others(version.votes(), placed).ifPresent(stages::add);
        var policy = "%s, revision %d".formatted(version.policy(), version.policyRevision());
        rules.removeAll();
        rules.add(
                new Text(briefing.policyName() + " · "),
                viewer.mayAdminister() ? link(version.policy(), policy) : new Text(policy));
    }

    private static Anchor link(String id, String policy) {
        var link = new Anchor(Pages.policy(id), policy);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static List<VoteDetail> votesIn(StageExplanation stage, Optional<StageTurn> turn, List<VoteDetail> votes) {
        Set<String> voters = new HashSet<>(stage.blockedBy());
        turn.map(StageTurn::voters).ifPresent(voters::addAll);
        return votes.stream()
                .filter(vote -> vote.inForce() && voters.contains(vote.username()))
                .toList();
    }

    private static ListItem row(StageExplanation stage, Optional<StageTurn> turn, List<VoteDetail> votes) {
        var look = StageLook.of(stage, turn);
        var row = row(stage.stage(), look);
        if (turn.filter(StageTurn::parallel).isPresent()) {
            row.addClassName("parallel");
            var alongside = new Paragraph("At the same time as the stage before");
            alongside.addClassName("stage-rules");
            row.add(alongside);
        }
        turn.filter(StageTurn::asksViewer).ifPresent(asked -> {
            var needed = new Span(new Glyph(Symbol.ARROW), new Span("You are needed here"));
            needed.addClassNames("needed", Tone.BUSY.styleClass());
            row.add(needed);
        });
        var sentence = new Paragraph(StageLook.sentence(stage));
        sentence.addClassName("stage-sentence");
        row.add(sentence);
        people(row, votes, stage.waitingFor());
        return row;
    }

    /** Who said something that no stage asked for, and what a lead took out. */
    private static Optional<ListItem> others(List<VoteDetail> votes, Set<VoteDetail> placed) {
        var rest = votes.stream()
                .filter(vote -> vote.inForce() || vote.standing() == VoteStanding.DISMISSED)
                .filter(vote -> !placed.contains(vote))
                .toList();
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        var row = row("Beside the stages", new Appearance("Not counted", Symbol.ABSTAIN, Tone.QUIET));
        people(row, rest, List.of());
        return Optional.of(row);
    }

    private static ListItem row(String name, Appearance look) {
        var title = new Span(name);
        title.addClassName("stage-name");
        var state = new Span(look.word());
        state.addClassName("stage-state");
        var head = new Div(new Glyph(look.symbol()), title, state);
        head.addClassName("stage-head");
        var row = new ListItem(head);
        row.addClassNames("stage-row", look.tone().styleClass());
        return row;
    }

    private static void people(ListItem row, List<VoteDetail> votes, List<String> awaited) {
        if (votes.isEmpty() && awaited.isEmpty()) {
            return;
        }
        var people = new UnorderedList();
        people.addClassName("stage-people");
        votes.forEach(vote -> people.add(Said.of(vote)));
        awaited.forEach(name -> people.add(Said.awaited(name)));
        row.add(people);
    }
}
