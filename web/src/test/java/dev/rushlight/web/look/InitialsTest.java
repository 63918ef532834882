package dev.rushlight.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitialsTest {

    @Test
    void aNameHasTheLettersOfItsFirstAndItsLastWord() {
        assertThat(Initials.of("Bartholomew Maximilian Featherstonehaugh the Third"))
                .isEqualTo("BT");
        assertThat(Initials.of("root")).isEqualTo("R");
        assertThat(Initials.of(" 王小明 ")).isEqualTo("王");
    }
}
