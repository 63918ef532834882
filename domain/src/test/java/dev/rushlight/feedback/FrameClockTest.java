package dev.rushlight.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.review.FrameRate;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaType;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameClockTest {

    static List<JsonObject> timecodes() {
        return TimecodeVectors.all("timecodes");
    }

    @ParameterizedTest
    @MethodSource("timecodes")
    void framesAreNumberedAsTimeCodeNumbersThem(JsonObject vector) {
        var clock = TimecodeVectors.counting(vector);
        var text = vector.getString("timecode");

        assertThat(clock.timecode(vector.getInt("count"))).hasToString(text);
        assertThat(found(clock, text)).isEqualTo(new Landing(vector.getInt("count"), List.of()));
    }

    static List<JsonObject> afterMidnight() {
        return TimecodeVectors.all("afterMidnight");
    }

    @ParameterizedTest
    @MethodSource("afterMidnight")
    void theDayAfterMidnightBeginsAnew(JsonObject vector) {
        assertThat(TimecodeVectors.counting(vector).timecode(vector.getInt("count")))
                .hasToString(vector.getString("timecode"));
    }

    static List<JsonObject> neverDropped() {
        return TimecodeVectors.all("neverDropped");
    }

    @ParameterizedTest
    @MethodSource("neverDropped")
    void ratesThatNeverDropDoNotEvenWhenAskedTo(JsonObject vector) {
        var clock = FrameClock.of(TimecodeVectors.rate(vector), OptionalInt.empty(), 0, Optional.empty(), true);

        assertThat(clock.dropFrame()).isFalse();
        assertThat(clock.timecode(vector.getInt("count"))).hasToString(vector.getString("timecode"));
    }

    static List<JsonObject> leftOut() {
        return TimecodeVectors.all("leftOut");
    }

    @ParameterizedTest
    @MethodSource("leftOut")
    void aNumberThatIsLeftOutIsRoundedUpAndThatIsSaid(JsonObject vector) {
        var clock = FrameClock.of(TimecodeVectors.rate(vector), OptionalInt.empty(), 0, Optional.empty(), true);

        var landing = found(clock, vector.getString("timecode"));

        assertThat(landing).isEqualTo(new Landing(vector.getInt("count"), List.of(Adjustment.ROUNDED_UP)));
        assertThat(clock.timecode(landing.frame())).hasToString(vector.getString("next"));
        assertThat(Adjustment.ROUNDED_UP.text()).contains("next");
    }

    static List<JsonObject> durations() {
        return TimecodeVectors.all("durations");
    }

    @ParameterizedTest
    @MethodSource("durations")
    void anHourOfTimeCodeLastsAsLongAsItsFrames(JsonObject vector) {
        var clock = TimecodeVectors.counting(vector);

        assertThat(clock.begin(vector.getInt("frames")))
                .isEqualTo(TimecodeVectors.time(vector.getJsonArray("seconds")));
        assertThat(clock.timecode(vector.getInt("frames"))).hasToString(vector.getString("timecode"));
    }

    static List<JsonObject> seekTimes() {
        return TimecodeVectors.all("seekTimes");
    }

    @ParameterizedTest
    @MethodSource("seekTimes")
    void seekingGoesToTheMiddleOfTheFrame(JsonObject vector) {
        assertThat(TimecodeVectors.counting(vector).seekTime(vector.getInt("frame")))
                .isEqualTo(TimecodeVectors.time(vector.getJsonArray("seekTime")));
    }

    static List<JsonObject> mediaTimes() {
        return TimecodeVectors.all("mediaTimes");
    }

    @ParameterizedTest
    @MethodSource("mediaTimes")
    void aRoundedMediaTimeIsStillThatOfItsFrame(JsonObject vector) {
        assertThat(TimecodeVectors.counting(vector).frameAt(MediaTime.of(new BigDecimal(vector.getString("seconds")))))
                .isEqualTo(vector.getInt("frame"));
    }

    static List<JsonObject> positions() {
        return TimecodeVectors.all("positions");
    }

    @ParameterizedTest
    @MethodSource("positions")
    void aFrameHasASourceFrameAndATimeCode(JsonObject vector) {
        var clock = TimecodeVectors.clip(vector);
        var frame = vector.getInt("frame");

        assertThat(clock.sourceFrame(frame)).isEqualTo(vector.getInt("sourceFrame"));
        assertThat(clock.timecode(frame)).hasToString(vector.getString("timecode"));
        assertThat(found(clock, vector.getString("timecode"))).isEqualTo(new Landing(frame, List.of()));
    }

    static List<JsonObject> goTo() {
        return TimecodeVectors.all("goTo");
    }

    @ParameterizedTest
    @MethodSource("goTo")
    void whatIsTypedLeadsToItsFrame(JsonObject vector) {
        var adjustments = vector.getJsonArray("adjustments").getValuesAs(JsonString.class).stream()
                .map(name -> Adjustment.valueOf(name.getString()))
                .toList();

        assertThat(GoTo.read(vector.getString("typed"), TimecodeVectors.clip(vector), vector.getInt("current")))
                .isEqualTo(new Landing(vector.getInt("frame"), adjustments));
    }

    static List<JsonObject> unreadable() {
        return TimecodeVectors.all("unreadable");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatNamesNoFrameIsRefused(JsonObject vector) {
        assertThatExceptionOfType(UnreadablePosition.class)
                .isThrownBy(() -> GoTo.read(vector.getString("typed"), TimecodeVectors.clip(vector), 0))
                .withMessageContaining(vector.getString("typed"));
    }

    static List<JsonObject> roundTrips() {
        return TimecodeVectors.one("roundTrips").getJsonArray("of").getValuesAs(JsonObject.class);
    }

    @ParameterizedTest
    @MethodSource("roundTrips")
    void everyFrameComesBack(JsonObject vector) {
        var clock = TimecodeVectors.counting(vector);
        var frames = TimecodeVectors.one("roundTrips").getInt("frames");
        assertThat(clock.dropFrame()).isEqualTo(vector.getBoolean("dropFrame"));

        var wrong = 0;
        for (var frame = 0; frame < frames; frame++) {
            if (found(clock, clock.timecode(frame).toString()).frame() != frame
                    || clock.frameAt(clock.begin(frame)) != frame) {
                wrong++;
            }
        }

        assertThat(wrong).isZero();
    }

    @Test
    void aTimeRoundedToMillisecondsIsRightForEveryFrameWhereFlooringIsWrongForNearlyAll() {
        var vector = TimecodeVectors.one("roundedSeconds");
        var clock = FrameClock.of(TimecodeVectors.rate(vector), OptionalInt.empty(), 0, Optional.empty(), false);
        var naiveRate =
                Double.parseDouble(vector.getJsonObject("wrongByFlooring").getString("framesPerSecond"));
        var right = 0;
        var wrongByFlooring = 0;

        for (var frame = 0; frame < vector.getInt("frames"); frame++) {
            var begin = clock.begin(frame);
            var rounded = new BigDecimal((double) begin.numerator() / begin.denominator())
                    .setScale(vector.getInt("decimals"), RoundingMode.HALF_EVEN);
            if (clock.frameAt(MediaTime.of(rounded)) == frame) {
                right++;
            }
            if ((int) Math.floor(rounded.doubleValue() * naiveRate) != frame) {
                wrongByFlooring++;
            }
        }

        assertThat(right).isEqualTo(vector.getInt("frames"));
        assertThat(wrongByFlooring)
                .isEqualTo(vector.getJsonObject("wrongByFlooring").getInt("frames"));
    }

    @Test
    void anApproximateRateGoesWrongAfterTwoMinutes() {
        var exact = TimecodeVectors.one("roundedSeconds");
        var clock = FrameClock.of(TimecodeVectors.rate(exact), OptionalInt.empty(), 0, Optional.empty(), false);
        var approximate = FrameClock.of(new FrameRate(2398, 100), OptionalInt.empty(), 0, Optional.empty(), false);

        var first = 0;
        while (approximate.frameAt(clock.begin(first)) == first) {
            first++;
        }

        assertThat(first).isEqualTo(exact.getInt("firstWrongAt2398"));
    }

    @Test
    void timesOutsideOfTheMediumAreThoseOfItsEnds() {
        var clock = FrameClock.of(new FrameRate(25, 1), OptionalInt.of(10), 1001, Optional.empty(), false);

        assertThat(clock.frameAt(new MediaTime(-1, 25))).isZero();
        assertThat(clock.frameAt(new MediaTime(Long.MAX_VALUE, 1))).isEqualTo(9);
    }

    @Test
    void aMediumThatTellsItsRateHasAClock() {
        assertThat(FrameClock.of(medium(Optional.of(new FrameRate(30000, 1001)), "01:00:00:00")))
                .hasValueSatisfying(clock -> {
                    assertThat(clock.dropFrame()).isTrue();
                    assertThat(clock.timecode(0)).hasToString("01:00:00;00");
                    assertThat(clock.sourceFrame(43)).isEqualTo(1044);
                });
        assertThat(FrameClock.of(medium(Optional.empty(), "01:00:00:00"))).isEmpty();
    }

    @Test
    void aStartTimeCodeThatThisRateDoesNotHaveCountsAsMidnight() {
        assertThat(FrameClock.of(medium(Optional.of(new FrameRate(24, 1)), "01:00:00:29")))
                .hasValueSatisfying(clock -> assertThat(clock.timecode(1)).hasToString("00:00:00:01"));
    }

    @Test
    void fractionsOfSecondsAreKeptInLowestTerms() {
        assertThat(new MediaTime(2002, 48000)).isEqualTo(new MediaTime(1001, 24000));
        assertThat(new MediaTime(0, 7)).isEqualTo(new MediaTime(0, 1));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new MediaTime(1, 0));
    }

    private static Media medium(Optional<FrameRate> rate, String tcStart) {
        return new Media(
                URI.create("https://studio.example/a.mp4"),
                MediaType.VIDEO,
                "video/mp4",
                Optional.empty(),
                rate,
                OptionalInt.of(100),
                1001,
                Optional.of(tcStart),
                true,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

    private static Landing found(FrameClock clock, String text) {
        return clock.find(Timecode.parse(text).orElseThrow()).orElseThrow();
    }
}
