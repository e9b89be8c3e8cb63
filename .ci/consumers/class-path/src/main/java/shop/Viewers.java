package shop;

import io.github.nimbleapi.NimbleClient;

public class Viewers {
    public static void main(String[] args) {
        System.out.println(NimbleClient.class.getModule());
        try (NimbleClient nimble = NimbleClient.fromEnvironment()) {
            nimble.sessions().list().forEach(System.out::println);
        }
    }
}
