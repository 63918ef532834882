package dev.rushlight.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class IncomingTextTest {
    private final IncomingText incoming = new IncomingText(10);

    @Test
    void wholeMessageIsTakenAtOnce() throws MessageTooLong {
        assertThat(incoming.add("0123456789", true)).contains("0123456789");
        assertThat(incoming.add("again", true)).contains("again");
    }

    @Test
    void partsArePutTogether() throws MessageTooLong {
        assertThat(incoming.add("5:", false)).isEmpty();
        assertThat(incoming.add("", false)).isEmpty();
        assertThat(incoming.add("::{", false)).isEmpty();
        assertThat(incoming.add("}", true)).contains("5:::{}");
        assertThat(incoming.add("2::", true)).contains("2::");
    }

    @Test
    void bytesCountAndNotCharacters() throws MessageTooLong {
        assertThat(incoming.add("€€€1", true)).contains("€€€1");
        assertThatExceptionOfType(MessageTooLong.class).isThrownBy(() -> incoming.add("€€€12", true));
    }

    @Test
    void partsOfALongMessageAreRefusedTogether() throws MessageTooLong {
        incoming.add("01234", false);
        incoming.add("56789", false);

        assertThatExceptionOfType(MessageTooLong.class)
                .isThrownBy(() -> incoming.add("x", false))
                .withMessage("A message is longer than 10 bytes");
        assertThatExceptionOfType(MessageTooLong.class).isThrownBy(() -> incoming.add("x", true));
    }
}
