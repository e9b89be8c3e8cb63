import io.github.nimbleapi.signing.ManagementSignature;
import io.github.nimbleapi.signing.ManagementSigner;

/** Links handed to players and encoders, and the proofs exchanged with Nimble. */
public class SigningTour {
  public static void main(String[] args) {
    ManagementSigner signer = ManagementSigner.of("mypassword");
    ManagementSignature fixed = signer.sign(123456);
    check(fixed.salt() == 123456 && fixed.hash().equals("wVt5toMuAe2o7Fv7kpUsCA=="));
    for (int i = 0; i < 1000; i++) {
      ManagementSignature drawn = signer.sign();
      check(drawn.salt() >= 0 && drawn.salt() <= 1_000_000);
      check(!drawn.hash().contains("+") && !drawn.hash().contains("/"));
      check(signer.sign(drawn.salt()).hash().equals(drawn.hash()));
    }
    check(!signer.toString().contains("mypassword"));
    System.out.println("ok");
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }
}
