package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Words that try to be scripts, for every {@link FreeText} of an area, and whether any of them became one. */
final class Scripts {
    static final List<String> PAYLOADS = List.of(
            "<script>window.ran=1</script>",
            "\"><img src=x onerror=window.ran=2>",
            "'><svg/onload=window.ran=3>",
            "</textarea></title><script>window.ran=4</script>",
            "<iframe srcdoc=\"<script>parent.ran=5</script>\"></iframe>",
            "<details open ontoggle=window.ran=6>x</details>",
            "{{constructor.constructor('window.ran=7')()}}${window.ran=7}",
            "<a href=\"javascript:window.ran=8\">x</a>javascript:window.ran=8",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=9>",
            "`-alert(window.ran=10)-'-\"");

    static final String ALL = String.join(" ", PAYLOADS);

    /** What must keep its form to be accepted, or is an address that the browser fetches. */
    private static final Set<String> FIXED =
            Set.of("schema", "kind", "type", "url", "posterUrl", "action", "rate", "reviewers");

    private static final Set<String> LONG = Set.of("description", "diff", "before", "after", "path", "oldPath");

    /** Elements that a text could have become, also inside of components. */
    private static final String MADE_OF_WORDS = """
            () => {
              const made = [];
              const look = root => {
                for (const one of root.querySelectorAll('*')) {
                  const acts = one.getAttributeNames().some(name => name.startsWith('on'));
                  const leads = /^\\s*javascript:/i.test(one.getAttribute('href') ?? one.getAttribute('src') ?? '');
                  if (acts || leads || one.matches('iframe, math, mglyph, object, embed')) {
                    made.push(one.outerHTML.slice(0, 200));
                  }
                  if (one.shadowRoot) {
                    look(one.shadowRoot);
                  }
                }
              };
              look(document);
              return made;
            }""";

    private final Set<FreeText> left;

    private Scripts(Set<FreeText> fields) {
        left = fields;
    }

    static Scripts in(FreeText.Area area) {
        return new Scripts(FreeText.of(area));
    }

    /** As many of them as fit there, or one that does. */
    String of(FreeText field) {
        left.remove(field);
        if (ALL.length() <= field.longest()) {
            return ALL;
        }
        var turn = field.ordinal() % PAYLOADS.size();
        return Stream.concat(PAYLOADS.subList(turn, PAYLOADS.size()).stream(), PAYLOADS.stream())
                .filter(payload -> payload.length() <= field.longest())
                .findFirst()
                .orElseThrow();
    }

    void allWereTried() {
        assertThat(left).as("fields in which no script was tried").isEmpty();
    }

    static void stayWords(Visitor visitor) {
        assertThat(visitor.page().evaluate("window.ran ?? 'nothing'")).isEqualTo("nothing");
        assertThat((List<?>) visitor.page().evaluate(MADE_OF_WORDS)).isEmpty();
        assertThat(visitor.keptOut()).as("what only the policy kept out").isEmpty();
    }

    /** The submission with one of them behind every text that may be any, and all of them where there is room. */
    static JsonObject lace(JsonObject submission, String payload) {
        var laced = Json.createObjectBuilder();
        submission.forEach((name, value) ->
                laced.add(name, FIXED.contains(name) ? value : lace(value, LONG.contains(name) ? ALL : payload)));
        return laced.build();
    }

    private static JsonValue lace(JsonValue value, String payload) {
        if (value instanceof JsonObject object) {
            return lace(object, payload);
        }
        if (value instanceof JsonArray array) {
            var laced = Json.createArrayBuilder();
            array.forEach(one -> laced.add(lace(one, payload)));
            return laced.build();
        }
        return value instanceof JsonString text ? Json.createValue(text.getString() + " " + payload) : value;
    }
}
