package io.github.nimbleapi.testkit.contract;

import org.junit.jupiter.api.Nested;

/** So does a server that knows nothing of the fake. */
class MockWebServerContractTest {
    @Nested
    class Sessions extends SessionsContract {
        Sessions() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class Authorization extends AuthorizationContract {
        Authorization() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class Failures extends FailureContract {
        Failures() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class Server extends ServerContract {
        Server() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class LiveStreams extends LiveStreamsContract {
        LiveStreams() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class Protocols extends ProtocolsContract {
        Protocols() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class Icecast extends IcecastContract {
        Icecast() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class Dvr extends DvrContract {
        Dvr() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class PublishControl extends PublishControlContract {
        PublishControl() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class DataCache extends DataCacheContract {
        DataCache() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class Scte35 extends Scte35Contract {
        Scte35() {
            super(MockTestServer::new);
        }
    }

    @Nested
    class Republishing extends RepublishingContract {
        Republishing() {
            super(MockTestServer::new);
        }
    }
}
