package dev.rushlight.web.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import dev.rushlight.hub.JsonText;
import dev.rushlight.installation.Installation;
import dev.rushlight.people.AdminExists;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import dev.rushlight.people.UnacceptablePassword;
import dev.rushlight.server.account.IssuedKey;
import dev.rushlight.server.account.KeyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlServletTest {
    private static final String GOOD = "{\"user\": \"jo\", \"password\": \"correct horse battery\"}";

    /** Where this server listens besides loopback. */
    private static final String OWN_ADDRESS = "192.168.1.5";

    @TempDir
    private Path data;

    private final ControlAccess access = new ControlAccess();
    private final FakePeople people = new FakePeople();
    private final ControlServlet servlet = new ControlServlet(access, people, new FakeHub());
    private Installation installation;
    private String token;

    @BeforeEach
    void announce() {
        installation = Installation.from(name -> Optional.ofNullable(
                switch (name) {
                    case "RUSHLIGHT_DATA" -> data.toString();
                    case "RUSHLIGHT_PORT" -> "18080";
                    default -> null;
                }));
        access.announce(installation);
        token = JsonText.parseObject(controlFile()).getString("token");
    }

    @Test
    void controlFileTellsTheOwnerWhereAndHow() throws IOException {
        assertThat(JsonText.parseObject(controlFile()).getString("url")).isEqualTo("http://127.0.0.1:18080");
        assertThat(token).hasSize(64);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void withdrawnControlFileIsGone() {
        access.withdraw(installation);

        assertThat(data.resolve("control.json")).doesNotExist();
    }

    @Test
    void controlFileOfALaterProcessStays() {
        new ControlAccess().announce(installation);

        access.withdraw(installation);

        assertThat(data.resolve("control.json")).exists();
    }

    @Test
    void firstAdminIsCreated() throws IOException {
        var response = post(ControlServlet.ADMINS, token, GOOD);

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(people.created).containsExactly("jo");
        assertThat(people.displayNames).containsExactly("jo");
    }

    @Test
    void firstAdminGetsTheDisplayNameAskedFor() throws IOException {
        post(
                ControlServlet.ADMINS,
                token,
                "{\"user\": \"jo\", \"displayName\": \"Jo Lee\", \"password\": \"correct horse battery\"}");

        assertThat(people.displayNames).containsExactly("Jo Lee");
    }

    @Test
    void secondFirstAdminIsRefused() throws IOException {
        post(ControlServlet.ADMINS, token, GOOD);

        var response = post(ControlServlet.ADMINS, token, GOOD);

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(error(response)).isNotBlank();
    }

    @Test
    void unacceptablePasswordIsNamedButNotRepeated() throws IOException {
        var response = post(ControlServlet.ADMINS, token, "{\"user\": \"jo\", \"password\": \"short\"}");

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(error(response)).contains("12 characters").doesNotContain("short");
    }

    @Test
    void keyIsShownOnceToWhoMayHaveIt() throws IOException {
        var response = post(ControlServlet.API_KEYS, token, "{\"user\": \"jo\"}");

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(JsonText.parseObject(response.getBufferAsString()).getString("key"))
                .isEqualTo("key-of-jo");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "0000000000000000000000000000000000000000000000000000000000000000"})
    void wrongTokenOpensNothing(String wrong) throws IOException {
        var response = post(ControlServlet.API_KEYS, wrong, "{\"user\": \"jo\"}");

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getBufferAsString()).doesNotContain("key-of-jo");
    }

    @Test
    void rightTokenFromElsewhereOpensNothing() throws IOException {
        var response = new FakeResponse();

        servlet.doPost(new Request(ControlServlet.ADMINS, "192.0.2.7", token, GOOD), response);

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(people.created).isEmpty();
    }

    @Test
    void serverThatListensOnARealAddressAdmitsItsOwnMachine() throws IOException {
        var response = new FakeResponse();

        servlet.doPost(new Request(ControlServlet.ADMINS, OWN_ADDRESS, token, GOOD), response);

        assertThat(response.getStatus()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"user\": 7}", "{}", "{\"user\": \"a\", \"user\": \"b\"}"})
    void whatCannotBeReadIsRefused(String body) throws IOException {
        assertThat(post(ControlServlet.ADMINS, token, body).getStatus()).isEqualTo(400);
        assertThat(post(ControlServlet.API_KEYS, token, body).getStatus()).isEqualTo(400);
    }

    @Test
    void hugeBodyIsCutOff() throws IOException {
        var response = post(ControlServlet.ADMINS, token, "{\"user\": \"" + "x".repeat(10_000) + "\"}");

        assertThat(response.getStatus()).isEqualTo(413);
    }

    private FakeResponse post(String path, String withToken, String body) throws IOException {
        var response = new FakeResponse();
        servlet.doPost(new Request(path, "127.0.0.1", withToken, body), response);
        return response;
    }

    private static String error(FakeResponse response) {
        return JsonText.parseObject(response.getBufferAsString()).getString("error");
    }

    private String controlFile() {
        try {
            return Files.readString(data.resolve("control.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Request extends FakeRequest {
        private final String path;
        private final String sender;

        Request(String path, String sender, String token, String body) {
            super(FakeHttpSession.Companion.create(new FakeContext()));
            this.path = path;
            this.sender = sender;
            setContent(body.getBytes(StandardCharsets.UTF_8));
            if (!token.isEmpty()) {
                getHeaders().put(ControlServlet.TOKEN_HEADER, List.of(token));
            }
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public String getRemoteAddr() {
            return sender;
        }

        @Override
        public String getLocalAddr() {
            return OWN_ADDRESS;
        }
    }

    private static final class FakePeople extends PeopleDesk {
        private final List<String> created = new ArrayList<>();
        private final List<String> displayNames = new ArrayList<>();

        @Override
        public Identity createFirstAdmin(String username, String displayName, String password) {
            if (!created.isEmpty()) {
                throw new AdminExists();
            }
            if (password.length() < 12) {
                throw new UnacceptablePassword("A password has at least 12 characters");
            }
            created.add(username);
            displayNames.add(displayName);
            return new Identity(new PersonId(UUID.randomUUID()), username, displayName, Role.ADMIN);
        }
    }

    private static final class FakeHub extends OwnHub {
        @Override
        IssuedKey issueKey(String user) {
            return new IssuedKey(new KeyId(UUID.randomUUID()), user, "key-of-" + user);
        }
    }
}
