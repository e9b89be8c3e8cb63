package io.github.nimbleapi.testkit.contract;

import org.junit.jupiter.api.Nested;

/** So does a server that knows nothing of the fake. */
class MockWebServerContractTest {
    @Nested
    class Sessions extends SessionsContract {
        Sessions() {
            super(MockServer::new);
        }
    }

    @Nested
    class Authorization extends AuthorizationContract {
        Authorization() {
            super(MockServer::new);
        }
    }

    @Nested
    class Failures extends FailureContract {
        Failures() {
            super(MockServer::new);
        }
    }

    @Nested
    class Server extends ServerContract {
        Server() {
            super(MockServer::new);
        }
    }

    @Nested
    class LiveStreams extends LiveStreamsContract {
        LiveStreams() {
            super(MockServer::new);
        }
    }

    @Nested
    class Protocols extends ProtocolsContract {
        Protocols() {
            super(MockServer::new);
        }
    }

    @Nested
    class Icecast extends IcecastContract {
        Icecast() {
            super(MockServer::new);
        }
    }

    @Nested
    class Dvr extends DvrContract {
        Dvr() {
            super(MockServer::new);
        }
    }

    @Nested
    class PublishControl extends PublishControlContract {
        PublishControl() {
            super(MockServer::new);
        }
    }

    @Nested
    class DataCache extends DataCacheContract {
        DataCache() {
            super(MockServer::new);
        }
    }

    @Nested
    class Scte35 extends Scte35Contract {
        Scte35() {
            super(MockServer::new);
        }
    }

    @Nested
    class Republishing extends RepublishingContract {
        Republishing() {
            super(MockServer::new);
        }
    }
}
