package io.github.nimbleapi.control.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.TestNG;

/** The publisher passes the Reactive Streams TCK, whose tests are ones of TestNG. */
class PublisherTckTest {
    @Test
    void passes() {
        Results results = new Results();
        TestNG tck = new TestNG(false);
        tck.setTestClasses(new Class<?>[] {PublisherVerification.class});
        tck.addListener(results);
        tck.setVerbose(0);
        tck.run();

        assertThat(results.failed).isEmpty();
        assertThat(results.passed)
                .as("those of what a watch can do")
                .hasSizeGreaterThan(20)
                .contains(
                        "required_spec309_requestZeroMustSignalIllegalArgumentException",
                        "required_spec317_mustSupportAPendingElementCountUpToLongMaxValue");
    }

    private static final class Results implements ITestListener {
        private final List<String> passed = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        @Override
        public void onTestSuccess(ITestResult result) {
            passed.add(result.getName());
        }

        @Override
        public void onTestFailure(ITestResult result) {
            failed.add(result.getName() + ": " + result.getThrowable());
        }
    }
}
