package io.github.nimbleapi.testkit.contract;

import org.junit.jupiter.api.Nested;

/** The fake behaves as the client believes Nimble does. */
class FakeNimbleContractTest {
    @Nested
    class Sessions extends SessionsContract {
        Sessions() {
            super(FakeServer::new);
        }
    }

    @Nested
    class Authorization extends AuthorizationContract {
        Authorization() {
            super(FakeServer::new);
        }
    }

    @Nested
    class Failures extends FailureContract {
        Failures() {
            super(FakeServer::new);
        }
    }

    @Nested
    class Server extends ServerContract {
        Server() {
            super(FakeServer::new);
        }
    }

    @Nested
    class LiveStreams extends LiveStreamsContract {
        LiveStreams() {
            super(FakeServer::new);
        }
    }

    @Nested
    class Protocols extends ProtocolsContract {
        Protocols() {
            super(FakeServer::new);
        }
    }

    @Nested
    class Icecast extends IcecastContract {
        Icecast() {
            super(FakeServer::new);
        }
    }

    @Nested
    class Dvr extends DvrContract {
        Dvr() {
            super(FakeServer::new);
        }
    }

    @Nested
    class PublishControl extends PublishControlContract {
        PublishControl() {
            super(FakeServer::new);
        }
    }

    @Nested
    class DataCache extends DataCacheContract {
        DataCache() {
            super(FakeServer::new);
        }
    }

    @Nested
    class Scte35 extends Scte35Contract {
        Scte35() {
            super(FakeServer::new);
        }
    }

    @Nested
    class Republishing extends RepublishingContract {
        Republishing() {
            super(FakeServer::new);
        }
    }
}
