package dev.rushlight.feedback;

import static dev.rushlight.feedback.Strokes.RED;
import static dev.rushlight.feedback.Strokes.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationFormTest {

    private static final String UUID = "6500d2f0-3f52-4c1e-9a35-6a4e8a1d6f10";

    @Test
    void aPenStrokeIsAStartItsPointsAndAnEnd() {
        var stroke = new Stroke(
                new StrokeId(java.util.UUID.fromString(UUID)),
                new FrameRange(43, 47),
                StrokeKind.PEN,
                new Colour(255, 51, 0, 128),
                0.01,
                List.of(new StrokePoint(-0.25, 0.125, 0.01, 1), new StrokePoint(0, 0.1, 0.005, 0.5)),
                Optional.empty());

        assertThat(AnnotationWriter.write(List.of(Strokes.drawn(stroke))))
                .isEqualTo(
                        json("{'format':'ori.syncevent/1','frames':[{'frame':43,'frameEnd':47,'annotation_commands':["
                                + "{'OTIO_SCHEMA':'PaintStart.1','uuid':'" + UUID + "','rgba':[1.0,0.2,0.0,0.502],"
                                + "'friendly_name':'Maria S.','type':'color','brush':'circle','visible':true,'hold':true,"
                                + "'width':0.01},"
                                + "{'OTIO_SCHEMA':'PaintPoint.1','uuid':'" + UUID
                                + "','points':{'OTIO_SCHEMA':'PaintVertices.1',"
                                + "'x':[-0.25,0.0],'y':[0.125,0.1],'size':[0.01,0.005],'alpha':[1.0,0.5]}},"
                                + "{'OTIO_SCHEMA':'PaintEnd.1','uuid':'" + UUID + "'}]}]}"));
    }

    @Test
    void shapesAndTextsAreOneCommandEach() {
        var commands = AnnotationWriter.write(List.of(
                        Strokes.drawn(Strokes.shape(StrokeKind.ARROW, RED, 0.01, point(0, 0, 1), point(0.5, 0.25, 1))),
                        Strokes.drawn(Strokes.shape(StrokeKind.BOX, RED, 0.01, point(0.5, -0.25, 1), point(0, 0, 1))),
                        Strokes.drawn(
                                Strokes.shape(StrokeKind.ELLIPSE, RED, 0.01, point(0, 0, 1), point(0.5, -0.25, 1))),
                        Strokes.drawn(Strokes.text(RED, 0.05, -0.5, 0.4, "too bright"))))
                .getJsonArray("frames")
                .getJsonObject(0)
                .getJsonArray("annotation_commands")
                .getValuesAs(JsonObject.class);

        assertThat(commands)
                .extracting(command -> command.getString("OTIO_SCHEMA"))
                .containsExactly(
                        "ArrowAnnotation.1", "RectangleAnnotation.1", "EllipseAnnotation.1", "TextAnnotation.1");
        assertThat(commands.get(0))
                .containsEntry(
                        "end", Json.createReader(new StringReader("[0.5,0.25]")).readArray());
        assertThat(commands.get(1).getJsonArray("min")).hasToString("[0.0,0.0]");
        assertThat(commands.get(1).getJsonArray("max")).hasToString("[0.5,-0.25]");
        assertThat(commands.get(3).getString("text")).isEqualTo("too bright");
        assertThat(commands.get(3).getJsonNumber("font_size").doubleValue()).isEqualTo(0.05);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var strokes = List.of(
                Strokes.zigzag(7, 200),
                Strokes.stroke(
                        StrokeKind.PEN, new FrameRange(7, 9), new Colour(1, 2, 3, 4), 0.3, List.of(point(0, 0, 0.1))),
                Strokes.shape(StrokeKind.ARROW, RED, 0.01, point(0.123456, 0, 1), point(0.5, 0.25, 1)),
                Strokes.shape(StrokeKind.BOX, RED, 0.01, point(0.5, -0.25, 1), point(0, 0, 1)),
                Strokes.shape(StrokeKind.ELLIPSE, RED, 0.01, point(0.5, -0.25, 1), point(0, 0, 1)),
                Strokes.text(RED, 0.05, -0.5, 0.4, "\"<b>too bright</b>\"\nsecond line"));

        var written =
                AnnotationWriter.write(strokes.stream().map(Strokes::drawn).toList());

        assertThat(AnnotationReader.read(json(written.toString()))).isEqualTo(strokes);
        assertThat(written.getJsonArray("frames")).hasSize(3);
    }

    @Test
    void theLargestStrokeStaysWithinItsBounds() {
        var text = AnnotationWriter.commands(Strokes.zigzag(0, Stroke.MOST_POINTS), Optional.empty())
                .toString();

        assertThat(text.length()).isBetween(100_000, 256 * 1024);
    }

    @Test
    void whatOtherToolsLeaveOutIsTakenAsUsual() {
        var strokes = AnnotationReader.read(json("{'frames':[{'frame':12,'annotation_commands':["
                + "{'OTIO_SCHEMA':'PaintStart.1','uuid':'" + UUID + "','rgba':[0,0.5,1,1],'brush':'gauss','hold':null},"
                + "{'OTIO_SCHEMA':'PaintPoints.1','uuid':'" + UUID + "','points':{'x':[0],'y':[0.5],'size':[0.02]}},"
                + "{'OTIO_SCHEMA':'PaintPoints.1','uuid':'" + UUID
                + "','points':{'x':[1],'y':[0],'size':[0.03]}}]}]}"));

        assertThat(strokes)
                .containsExactly(new Stroke(
                        new StrokeId(java.util.UUID.fromString(UUID)),
                        FrameRange.single(12),
                        StrokeKind.PEN,
                        new Colour(0, 128, 255, 255),
                        0.03,
                        List.of(point(0, 0.5, 0.02), point(1, 0, 0.03)),
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'frames':{}}",
                "{'frames':[1]}",
                "{'frames':[{'frame':1}]}",
                "{'frames':[{'frame':1.5,'annotation_commands':[]}]}",
                "{'frames':[{'frame':-1,'annotation_commands':[]}]}",
                "{'frames':[{'frame':1e999999,'annotation_commands':[]}]}",
                "{'frames':[{'frame':2,'frameEnd':1,'annotation_commands':[]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{}]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{'OTIO_SCHEMA':'Undo.1'}]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{'OTIO_SCHEMA':'PaintEnd.1','uuid':'" + UUID + "'}]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{'OTIO_SCHEMA':'PaintStart.1','uuid':'../x','rgba':[1,1,1,1]}]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{'OTIO_SCHEMA':'PaintStart.1','uuid':'" + UUID
                        + "','type':'erase','rgba':[1,1,1,1]}]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{'OTIO_SCHEMA':'PaintStart.1','uuid':'" + UUID
                        + "','rgba':[1,1,1,1]}]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{'OTIO_SCHEMA':'TextAnnotation.1','uuid':'" + UUID
                        + "','rgba':[1,1,1],'text':'x','position':[0,0],'font_size':0.1}]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{'OTIO_SCHEMA':'TextAnnotation.1','uuid':'" + UUID
                        + "','rgba':[1,1,1,2],'text':'x','position':[0,0],'font_size':0.1}]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{'OTIO_SCHEMA':'TextAnnotation.1','uuid':'" + UUID
                        + "','rgba':[1,1,1,1],'text':'x','position':[0,1e999],'font_size':0.1}]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{'OTIO_SCHEMA':'TextAnnotation.1','uuid':'" + UUID
                        + "','rgba':[1,1,1,1],'text':5,'position':[0,0],'font_size':0.1}]}]}",
                "{'frames':[{'frame':1,'annotation_commands':[{'OTIO_SCHEMA':'TextAnnotation.1','uuid':'" + UUID
                        + "','rgba':[1,1,1,1],'text':'x','position':[0,0],'font_size':0.1},"
                        + "{'OTIO_SCHEMA':'TextAnnotation.1','uuid':'" + UUID
                        + "','rgba':[1,1,1,1],'text':'x','position':[0,0],'font_size':0.1}]}]}"
            })
    void whatIsNotUnderstoodIsRefused(String text) {
        assertThatExceptionOfType(UnacceptableStroke.class).isThrownBy(() -> AnnotationReader.read(json(text)));
    }

    @Test
    void theExampleInTheDocumentationIsRead() throws IOException {
        var page = Files.readString(Path.of("../docs/annotations.md"));
        var begin = page.indexOf("```json\n") + "```json\n".length();
        var example = page.substring(begin, page.indexOf("```", begin));

        var strokes = AnnotationReader.read(json(example));

        assertThat(strokes).extracting(Stroke::kind).containsExactlyInAnyOrder(StrokeKind.values());
        assertThat(AnnotationWriter.write(strokes.stream().map(Strokes::drawn).toList()))
                .isEqualTo(json(example));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
