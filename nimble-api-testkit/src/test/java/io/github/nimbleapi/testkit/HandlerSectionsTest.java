package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HandlerSectionsTest {
    @TempDir
    Path directory;

    @Test
    void allHandlersAreCalled() throws Exception {
        try (TestHandler handler = new TestHandler();
                FakeNimble fake = start(
                        "{'payPerView':{'url':'URL','token':'s3cret','every':0.05},"
                                + "'playbackAuthorization':{'url':'URL','apps':['live']},"
                                + "'publishControl':{'url':'URL'},"
                                + "'publishNotifications':{'url':'URL','token':'s3cret'},"
                                + "'sessions':[{'ppv_id':'ann'}],'streams':['live/tv','vod/film']}",
                        handler)) {
            assertThat(posted(fake, "\"publish\"")).as("at the start").isEqualTo(2);
            new Player().get(fake.playbackUrl("vod", "film", "playlist.m3u8"));
            assertThat(posted(fake, "\"url\""))
                    .as("not a protected application")
                    .isZero();
            new Player().get(fake.playbackUrl("live", "tv", "playlist.m3u8"));
            assertThat(posted(fake, "\"url\"")).isEqualTo(1);
            fake.publishControl().publish(URI.create("rtmp://edge/live/one"));
            assertThat(posted(fake, "PublishAuthRequest")).isEqualTo(1);
            while (posted(fake, "\"Signature\"") < 4 || posted(fake, "PayPerViewInfo") < 2) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
    }

    @Test
    void aHandlerThatDoesNotAnswerKeepsPlayersOutIfTheFileSaysSo() throws Exception {
        TestHandler gone = new TestHandler();
        gone.close();
        try (FakeNimble fake =
                start("{'streams':['live/tv'],'playbackAuthorization':{'url':'URL','allowByDefault':false}}", gone)) {
            assertThat(new Player()
                            .get(fake.playbackUrl("live", "tv", "playlist.m3u8"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void linksNeedSignatures() throws Exception {
        try (TestHandler handler = new TestHandler();
                FakeNimble fake = start(
                        "{'wmsAuth':{'apps':{'live':'s3cret'},'tolerance':1},'streams':['live/tv','vod/film'],"
                                + "'publishControl':{'password':'s3cret'}}",
                        handler)) {
            assertThat(new Player()
                            .get(fake.playbackUrl("live", "tv", "playlist.m3u8"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(new Player()
                            .get(fake.playbackUrl("vod", "film", "playlist.m3u8"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(fake.publishControl()
                            .publish(URI.create("rtmp://edge/live/one"))
                            .get(0)
                            .isLive())
                    .isFalse();
        }
    }

    @Test
    void oneKeyMayBeForAll() throws Exception {
        try (TestHandler handler = new TestHandler();
                FakeNimble fake = start("{'wmsAuth':{'key':'s3cret'},'streams':['vod/film']}", handler)) {
            assertThat(new Player()
                            .get(fake.playbackUrl("vod", "film", "playlist.m3u8"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'payPerView':{}} | payPerView.url is missing",
                "{'payPerView':{'url':'ftp://h/'}} | payPerView.url can't be used: give an http or https URL",
                "{'payPerView':{'url':'http://h:99999/'}} | payPerView.url can't be used",
                "{'payPerView':{'url':'no url'}} | payPerView.url can't be used",
                "{'payPerView':{'url':'http://h/','token':' '}} | payPerView.token can't be used",
                "{'payPerView':{'url':'http://h/','every':0}} | payPerView.every is 0: give a number of seconds above 0",
                "{'payPerView':7} | payPerView is 7: give an object",
                "{'playbackAuthorization':{'url':'http://h/','allowByDefault':'no'}} | playbackAuthorization.allowByDefault is \"no\": give true or false",
                "{'playbackAuthorization':{'url':'http://h/','apps':'live'}} | playbackAuthorization.apps is \"live\": give a list",
                "{'publishNotifications':{'token':'x'}} | publishNotifications.url is missing",
                "{'publishControl':{'token':'x'}} | publishControl.\"token\" is no known key: give any of password, url",
                "{'wmsAuth':{'apps':['live']}} | wmsAuth.apps is a list: give an object",
                "{'wmsAuth':{'apps':{'live':7}}} | wmsAuth.apps.live can't be used",
            })
    void whatCannotBeUsedIsNamed(String file, String message) throws IOException {
        Path path = write(file);
        assertThat(catchIllegalArgumentException(() -> FakeNimbleOptions.of(List.of("--config", path.toString()))))
                .hasMessageStartingWith(path + ": " + message);
    }

    private static long posted(FakeNimble fake, String text) {
        return fake.handlerCalls().stream()
                .filter(call -> call.bodyText().contains(text))
                .count();
    }

    private FakeNimble start(String file, TestHandler handler) throws IOException {
        Path path = write(file.replace("URL", handler.url().toString()));
        return FakeNimbleOptions.of(List.of("--port", "0", "--config", path.toString()))
                .start();
    }

    private Path write(String file) throws IOException {
        return Files.writeString(directory.resolve("fake.json"), file.replace('\'', '"'));
    }
}
