package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTasksTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void aUserIsInvited() {
        assertThat(answering("{\"sent\":true}").inviteUser("u-1")).isTrue();
        assertThat(asked).containsExactly("{\"action\":\"send_user_invite\",\"user_id\":\"u-1\"}");
    }

    @Test
    void anInvitationThatWasNotSentIsNotTakenForOne() {
        assertThat(answering("{\"sent\":false}").inviteUser("u-1")).isFalse();
        assertThat(answering("{}").inviteReviewer("i-1")).isFalse();
    }

    @Test
    void aReviewerIsInvited() {
        assertThat(answering("{\"sent\":true}").inviteReviewer("i-1")).isTrue();
        assertThat(asked)
                .containsExactly("{\"action\":\"send_review_session_invite\",\"review_session_invitee_id\":\"i-1\"}");
    }

    @Test
    void aPageAboutAnEntityHasAnAddress() {
        var url = answering("{\"widget_url\":\"https://studio.example/widget?token=t\"}")
                .widgetUrl("info", Optional.of("dark"), Optional.of(new EntityKey("Task", List.of("t-1"))));
        assertThat(url).isEqualTo(URI.create("https://studio.example/widget?token=t"));
        assertThat(asked)
                .containsExactly("{\"action\":\"get_widget_url\",\"name\":\"info\",\"theme\":\"dark\","
                        + "\"entity_type\":\"Task\",\"entity_key\":[\"t-1\"]}");
    }

    @Test
    void aPageAboutNothingHasAnAddressToo() {
        answering("{\"widget_url\":\"https://studio.example/\"}")
                .widgetUrl("tasks", Optional.empty(), Optional.empty());
        assertThat(asked).containsExactly("{\"action\":\"get_widget_url\",\"name\":\"tasks\",\"theme\":null}");
    }

    @Test
    void anApiKeyIsReplaced() {
        var key = answering("{\"action\":\"reset_remote\",\"data\":{\"api_key\":\"fresh\"}}")
                .resetApiKey("u-1");
        assertThat(key).isEqualTo("fresh");
        assertThat(asked)
                .containsExactly("{\"action\":\"reset_remote\",\"reset_type\":\"api_key\",\"entity_type\":\"User\","
                        + "\"entity_key\":\"u-1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"widget_url\":7}", "{\"widget_url\":\"no url: s3cret\"}"})
    void anAnswerOfAnotherFormIsAnErrorThatHoldsNoneOfIt(String answer) {
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> answering(answer).widgetUrl("info", Optional.empty(), Optional.empty()))
                .withMessageContaining("the answer to get_widget_url has an unexpected form")
                .withMessageNotContaining("s3cret");
    }

    private ServerTasks answering(String result) {
        return new ServerTasks(operations -> answer(operations, result));
    }

    private JsonArray answer(List<JsonObject> operations, String result) {
        operations.forEach(operation -> asked.add(operation.toString()));
        return JsonText.parseArray("[" + result + "]");
    }
}
