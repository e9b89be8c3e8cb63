import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import io.github.nimbleapi.session.SessionType;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.FakeSession;
import io.github.nimbleapi.testkit.Fault;
import io.github.nimbleapi.testkit.RecordedCall;
import java.time.Duration;
import java.util.List;

/** A test harness has a Nimble of its own: stateful, scriptable, and played from by real players. */
public class HarnessTour {
  public static void main(String[] args) throws Exception {
    try (FakeNimble fake = FakeNimble.builder().managementToken("secret").start()) {
      NimbleClient nimble = fake.newClient();                         // right url, right token; closed with the fake
      NimbleClient once = nimble.withOptions(o -> o.retryPolicy(RetryPolicy.none()).callTimeout(Duration.ofMillis(500)));

      FakeSession session = fake.addSession(s -> s.app("live").stream("one").type(SessionType.RTMP));
      check(nimble.sessions().find(session.id()).isPresent());

      fake.failNext(Fault.connectionReset());                         // repeated behind the scenes
      check(nimble.sessions().list().size() == 1);
      fake.failNext(Fault.connectionReset());
      expect(NimbleConnectionException.class, () -> once.sessions().list());
      fake.failNext(Fault.stallBody());
      expect(NimbleTimeoutException.class, () -> once.sessions().list());
      fake.failNext(Fault.truncatedBody());
      expect(NimbleConnectionException.class, () -> once.sessions().list());
      fake.failNext(Fault.garbage());
      expect(NimbleDataException.class, () -> once.sessions().list());
      fake.failNext(Fault.status(503).retryAfter(Duration.ofMillis(10)).times(2));
      check(nimble.sessions().list().size() == 1);

      nimble.sessions().delete(session.id());
      check(session.isDeleted());
      List<RecordedCall> calls = fake.calls();
      RecordedCall last = calls.get(calls.size() - 1);
      check(last.method().equals("POST") && last.path().equals("/manage/sessions/delete") && last.bodyText().equals("[" + session.id() + "]"));

    }
    System.out.println("ok");
  }

  private static void expect(Class<? extends Exception> type, Runnable call) {
    try {
      call.run();
    } catch (Exception e) {
      check(type.isInstance(e));
      return;
    }
    throw new AssertionError("no " + type.getSimpleName());
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }
}
