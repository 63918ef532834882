package dev.rushlight.web.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OutboxChanged;
import dev.rushlight.review.ReviewItemChanged;
import dev.rushlight.review.ReviewItemId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {
    private final UUID id = UUID.randomUUID();

    @Test
    void wordIsReadAsTheChangeThatItTellsOf() {
        assertThat(Word.read(Word.ITEM.about(id))).contains(new ReviewItemChanged(new ReviewItemId(id)));
        assertThat(Word.read(Word.OUTBOX.about(id))).contains(new OutboxChanged(new ConnectionId(id)));
    }

    @ParameterizedTest
    @EnumSource
    void everyWordCanBeRead(Word word) {
        assertThat(Word.read(word.about(id))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ITEM", "ITEM 1", "item 7c2b6e5e-0000-0000-0000-000000000000", "WEATHER fine"})
    void whatANewerServerMaySayIsNoNews(String text) {
        assertThat(Word.read(text)).isEmpty();
    }
}
