package dev.rushlight.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceInTextTest {

    private static final String TEXT = """
            {
              "name": "x",
              "stages": [
                {"name":"A","mode":"ANY","reviewers":["role:LEAD"]},
                {"name":"B",
                 "mode":"QUORUM",
                 "reviewers":["role:LEAD", 7]}
              ]
            }
            """;

    @Test
    void aFieldIsFoundByItsPath() {
        assertThat(PlaceInText.line(TEXT, "name must be text")).contains(2);
        assertThat(PlaceInText.line(TEXT, "stages[1].mode must be one of")).contains(6);
        assertThat(PlaceInText.line(TEXT, "stages[1].reviewers[1] must be text"))
                .contains(7);
    }

    @Test
    void whatIsMissingIsLookedForWhereItBelongs() {
        assertThat(PlaceInText.line(TEXT, "stages[1].quorum is missing")).contains(5);
        assertThat(PlaceInText.line(TEXT, "grace must be a time")).isEmpty();
    }

    @Test
    void aLineThatTheComplaintNamesIsTheLine() {
        assertThat(PlaceInText.line("{", "The text is not JSON from line 3, column 1 on"))
                .contains(3);
        assertThat(PlaceInText.line("{", "The text must be a JSON object")).isEmpty();
    }
}
