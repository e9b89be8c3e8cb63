package io.github.nimbleapi.frameworks.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that needs nothing but a Nimble Streamer. */
@SpringBootApplication
public class NimbleApplication {
    public static void main(String[] args) {
        SpringApplication.run(NimbleApplication.class, args);
    }
}
