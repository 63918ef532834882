package dev.rushlight.hub.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Backoff;
import dev.rushlight.hub.HubSettings;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class UploadTest {

    private static final byte[] MOVIE = "moving pictures".getBytes(StandardCharsets.UTF_8);
    private static final String ID = "6f1a7b1e-0000-4000-8000-000000000001";

    @TempDir
    Path folder;

    private final StoragePeer storage = new StoragePeer();
    private final ApiScript api = new ApiScript().sendingTo(storage.address("/put/1?signature=s3cret-signature"), "{}");
    private final List<String> published = new ArrayList<>();

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void theBytesGoBeforeTheNewsOfThem() throws IOException {
        storage.on((peer, exchange, n) -> {
            assertThat(api.batches()).hasSize(1);
            peer.take(exchange, n);
        });
        var component = media().upload(movie("main.mp4"))
                .componentId(ID)
                .version("v-1")
                .metadata("ftr_meta", "{\"frameIn\":0}")
                .run();

        assertThat(component).isEqualTo(new Component(ID, "main", ".mp4", 15));
        assertThat(api.story())
                .containsExactly(
                        "query, get_upload_metadata",
                        "create FileComponent, create Metadata, create ComponentLocation");
        assertThat(api.only("query").getString("expression"))
                .isEqualTo("select resource_identifier from ComponentLocation where component_id is \"" + ID
                        + "\" and location_id is \"3a372bde-05bc-11e4-8908-20c9d081909b\"");
        assertThat(api.only("get_upload_metadata"))
                .hasToString("{\"action\":\"get_upload_metadata\",\"component_id\":\"" + ID
                        + "\",\"file_name\":\"main.mp4\",\"file_size\":15,\"checksum\":\""
                        + StoragePeer.base64Md5(MOVIE) + "\"}");
        assertThat(api.only("create FileComponent"))
                .hasToString("{\"action\":\"create\",\"entity_type\":\"FileComponent\",\"entity_key\":[\"" + ID
                        + "\"],\"entity_data\":{\"id\":\"" + ID + "\",\"name\":\"main\",\"file_type\":\".mp4\","
                        + "\"size\":15,\"version_id\":\"v-1\",\"__entity_type__\":\"FileComponent\"}}");
        assertThat(api.only("create Metadata"))
                .hasToString("{\"action\":\"create\",\"entity_type\":\"Metadata\",\"entity_key\":[\"" + ID
                        + "\",\"ftr_meta\"],\"entity_data\":{\"parent_id\":\"" + ID
                        + "\",\"parent_type\":\"FileComponent\",\"key\":\"ftr_meta\","
                        + "\"value\":\"{\\\"frameIn\\\":0}\",\"__entity_type__\":\"Metadata\"}}");
        var location = api.only("create ComponentLocation").getJsonObject("entity_data");
        assertThat(location.getString("component_id")).isEqualTo(ID);
        assertThat(location.getString("location_id")).isEqualTo("3a372bde-05bc-11e4-8908-20c9d081909b");
        assertThat(location.getString("resource_identifier")).isEqualTo(ID);
        assertThat(storage.received().get(0).md5()).isEqualTo(StoragePeer.hexMd5(MOVIE));
        assertThat(published)
                .containsExactly("ftrack.location.component-added {\"component_id\":\"" + ID
                        + "\",\"location_id\":\"3a372bde-05bc-11e4-8908-20c9d081909b\"}");
    }

    @Test
    void theStorageGetsTheHeadersThatTheServerGaveAndNothingOfOurs() throws IOException {
        api.sendingTo(
                storage.address("/put"),
                "{\"Content-Type\":\"video/mp4\",\"Content-Length\":\"15\",\"Content-MD5\":\"x==\",\"Host\":\"h\"}");
        var settings = storage.settings().withCookies(Map.of("gate", "s3cret-cookie"));
        media(settings.withHeaders(Map.of("X-Gate", "s3cret-header")))
                .upload(movie("main.mp4"))
                .run();

        var headers = storage.received().get(0).headers();
        assertThat(headers)
                .containsEntry("content-type", "video/mp4")
                .containsEntry("content-length", "15")
                .containsEntry("content-md5", "x==")
                .doesNotContainKeys("cookie", "x-gate", "ftrack-user", "ftrack-api-key", "ftrack-strict-api");
    }

    @ParameterizedTest
    @CsvSource({
        "main.mp4, main, .mp4",
        "shot 010 – 'Übersicht' \"final\".v2.mov, shot 010 – 'Übersicht' \"final\".v2, .mov",
        "README, README, ''",
        ".hidden, .hidden, ''",
        "odd., odd., ''"
    })
    void aComponentIsNamedAsItsFile(String file, String name, String type) throws IOException {
        var component = media().upload(movie(file)).run();
        assertThat(component.name()).isEqualTo(name);
        assertThat(component.fileType()).isEqualTo(type);
        assertThat(api.only("get_upload_metadata").getString("file_name")).isEqualTo(file);
    }

    @Test
    void aComponentCanHaveAnotherNameAndPlace() throws IOException {
        var component = media().upload(movie("take7.bin"))
                .name("ftrackreview-mp4")
                .fileType(".mp4")
                .location(Media.REVIEW_LOCATION)
                .run();
        assertThat(component.fileName()).isEqualTo("ftrackreview-mp4.mp4");
        assertThat(api.only("create ComponentLocation")
                        .getJsonObject("entity_data")
                        .getString("location_id"))
                .isEqualTo("cd41be70-8809-11e3-b98a-20c9d081909b");
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        var file = Files.createFile(folder.resolve("empty.txt"));
        assertThat(media().upload(file).run().size()).isZero();
        assertThat(storage.received().get(0).size()).isZero();
        assertThat(api.only("get_upload_metadata").getString("checksum")).isEqualTo("1B2M2Y8AsgTpgAmY7PhCfg==");
    }

    @Test
    void bytesInMemoryAreSentAsTheyWere() {
        var bytes = MOVIE.clone();
        var upload = media().upload("still.png", bytes);
        bytes[0] = 0;
        upload.run();
        assertThat(storage.received().get(0).md5()).isEqualTo(StoragePeer.hexMd5(MOVIE));
    }

    @Test
    void aLostAnswerDoesNotHideThatTheComponentIsThere() throws IOException {
        api.findingItAfter(4).losing("create");
        media().upload(movie("main.mp4")).componentId(ID).run();
        assertThat(published).hasSize(1);
        assertThat(api.story()).endsWith("query", "query", "query", "query");
    }

    @Test
    void aRefusalOfWhatAGatewayRepeatedDoesNotHideThatTheComponentIsThere() throws IOException {
        api.findingItAfter(1).on("create", operation -> {
            throw new IllegalStateException("DuplicateEntryError");
        });
        media().upload(movie("main.mp4")).componentId(ID).run();
        assertThat(published).hasSize(1);
    }

    @Test
    void progressIsHeardOnTheThreadThatWaitsAndEndsWithEverything() throws IOException {
        var heard = new ArrayList<String>();
        var threads = new ArrayList<Thread>();
        media().upload(movie("main.mp4"))
                .progress((done, total) -> {
                    heard.add(done + "/" + total);
                    threads.add(Thread.currentThread());
                })
                .run();
        assertThat(heard).endsWith("15/15").hasSizeLessThan(3);
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void aPublisherThatThrowsFailsNoUpload() throws IOException {
        var media = new Media(storage.settings(), api, (topic, data) -> {
            throw new IllegalStateException("no hub");
        });
        assertThat(media.upload(movie("main.mp4")).run().name()).isEqualTo("main");
    }

    private Path movie(String name) throws IOException {
        return Files.write(folder.resolve(name), MOVIE);
    }

    private Media media() {
        return media(storage.settings());
    }

    private Media media(HubSettings settings) {
        return new Media(settings, api, this::publish, patience(Duration.ofSeconds(10)));
    }

    private void publish(String topic, JsonObject data) {
        published.add(topic + " " + data);
    }

    static Patience patience(Duration stall) {
        var quick = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
        return new Patience(stall, quick, 5, new Random(7));
    }
}
