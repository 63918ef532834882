package dev.rushlight.web.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import dev.rushlight.review.CheckItem;
import dev.rushlight.review.FieldChange;
import dev.rushlight.review.Link;
import dev.rushlight.review.TaskContent;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskStageTest {

    private List<FieldChange> fields = List.of();
    private List<CheckItem> checklist = List.of();
    private List<Link> links = List.of();
    private String description = "";

    @Test
    void aTaskWithoutAnythingToReadSaysSo() {
        assertThat(text()).contains("The task has no description");
    }

    @Test
    void whatChangedStandsOut() {
        fields = List.of(new FieldChange("Status", "Open", "Ready"), new FieldChange("Bid", "4", "5"));
        assertThat(texts("before")).containsExactly("Open", "4");
        assertThat(texts("after")).containsExactly("Ready", "5");
        assertThat(text()).contains("+1 (25 %)");
    }

    @Test
    void aFieldThatDidNotChangeIsNotStruck() {
        fields = List.of(new FieldChange("Assignee", "tom", "tom"));
        assertThat(texts("before")).isEmpty();
        assertThat(text()).contains("tom").contains("unchanged");
    }

    @Test
    void aFieldThatWasEmptySaysSo() {
        fields = List.of(new FieldChange("Due", "", "2026-11-20"));
        assertThat(text()).contains("empty").contains("20 Nov 2026");
    }

    @Test
    void ofALongTextOnlyTheWordsThatChangedStandOut() {
        var before = "Light the school from inside: the fish are the only lamps below the thermocline.";
        fields = List.of(new FieldChange("Brief", before, before.replace("only", "main")));
        assertThat(tags("del")).containsExactly("only");
        assertThat(tags("ins")).containsExactly("main");
    }

    @Test
    void theChecklistTellsHowFarItIs() {
        checklist = List.of(new CheckItem("Bid agreed", true), new CheckItem("Frames named", false));
        assertThat(text()).contains("1 of 2 done", "done: Bid agreed", "open: Frames named");
        checklist = List.of(new CheckItem("Bid agreed", true));
        assertThat(text()).contains("All done");
    }

    @Test
    void aLinkSaysWhereItLeads() {
        links = List.of(new Link("https://bank.example", URI.create("https://evil.example/a?b")));
        assertThat(tags("a")).containsExactly("https://bank.example");
        assertThat(texts("link-about")).containsExactly("evil.example");
        assertThat(elements().filter(known -> known.getTag().equals("a")).map(known -> known.getAttribute("rel")))
                .containsExactly("noopener noreferrer");
    }

    @Test
    void whatIsNoAddressOfTheWebIsNoLink() {
        links = Stream.of(
                        "javascript:alert(1)",
                        "data:text/html,x",
                        "vbscript:x",
                        "file:///etc/passwd",
                        "//host/x",
                        "ftp://h/x")
                .map(url -> new Link("Click me", URI.create(url)))
                .toList();
        assertThat(tags("a")).isEmpty();
        assertThat(text()).contains("not a web address: javascript:alert(1)");
    }

    @Test
    void charactersThatHideAreMadeVisible() {
        description = "safe\u202Etxt.exe\u001B[31m\r\nnext";
        assertThat(text()).contains("safeU+202Etxt.exeU+001B[31m\nnext");
    }

    @Test
    void whatJoinsEmojisIsLeftAlone() {
        description = "👩\u200D🚀 a\u200Db";
        assertThat(text()).contains("👩\u200D🚀 aU+200Db");
    }

    private Element stage() {
        var task = new TaskContent("Ready", Optional.of("tom"), description, fields, checklist, links);
        return new TaskStage(task).getElement();
    }

    private Stream<Element> nodes() {
        return nodes(stage());
    }

    private static Stream<Element> nodes(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(TaskStageTest::nodes));
    }

    private Stream<Element> elements() {
        return nodes().filter(known -> !known.isTextNode());
    }

    private String text() {
        return nodes().filter(Element::isTextNode).map(Element::getText).collect(Collectors.joining());
    }

    private List<String> texts(String styleClass) {
        return elements()
                .filter(known -> known.getClassList().contains(styleClass))
                .map(Element::getTextRecursively)
                .toList();
    }

    private List<String> tags(String tag) {
        return elements()
                .filter(known -> known.getTag().equals(tag))
                .map(Element::getTextRecursively)
                .toList();
    }
}
