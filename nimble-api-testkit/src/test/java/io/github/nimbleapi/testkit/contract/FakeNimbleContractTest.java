package io.github.nimbleapi.testkit.contract;

import org.junit.jupiter.api.Nested;

/** The fake behaves as the client believes Nimble does. */
class FakeNimbleContractTest {
    @Nested
    class Sessions extends SessionsContract {
        Sessions() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class Authorization extends AuthorizationContract {
        Authorization() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class Failures extends FailureContract {
        Failures() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class Server extends ServerContract {
        Server() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class LiveStreams extends LiveStreamsContract {
        LiveStreams() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class Protocols extends ProtocolsContract {
        Protocols() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class Icecast extends IcecastContract {
        Icecast() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class Dvr extends DvrContract {
        Dvr() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class PublishControl extends PublishControlContract {
        PublishControl() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class DataCache extends DataCacheContract {
        DataCache() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class Scte35 extends Scte35Contract {
        Scte35() {
            super(FakeTestServer::new);
        }
    }

    @Nested
    class Republishing extends RepublishingContract {
        Republishing() {
            super(FakeTestServer::new);
        }
    }
}
