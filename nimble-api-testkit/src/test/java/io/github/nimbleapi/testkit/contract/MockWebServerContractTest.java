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
    class Dvr extends DvrContract {
        Dvr() {
            super(MockServer::new);
        }
    }
}
