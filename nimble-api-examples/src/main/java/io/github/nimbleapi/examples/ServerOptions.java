package io.github.nimbleapi.examples;

import io.github.nimbleapi.NimbleClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server. The token is no option: command lines are visible to everybody on the machine. */
final class ServerOptions {
    static final String URL_VARIABLE = "NIMBLE_URL";
    static final String TOKEN_VARIABLE = "NIMBLE_MANAGEMENT_TOKEN";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "Management address, such as http://127.0.0.1:8082. Default: the environment variable NIMBLE_URL.",
                "The management_token is read from NIMBLE_MANAGEMENT_TOKEN only: command lines are visible to others."
            })
    private @Nullable String url;

    NimbleClient connect(Terminal terminal) {
        return connect(url == null ? terminal.variable(URL_VARIABLE) : url, terminal);
    }

    ServerOrFake connectOrFake(Terminal terminal) {
        boolean named = url != null || terminal.variable(URL_VARIABLE) != null;
        return named ? ServerOrFake.of(connect(terminal)) : ServerOrFake.invented(terminal);
    }

    /** What {@link NimbleClient#fromEnvironment()} does, on a terminal's environment. */
    static NimbleClient fromEnvironment(Terminal terminal) {
        return connect(terminal.variable(URL_VARIABLE), terminal);
    }

    static NimbleClient connect(@Nullable String url, Terminal terminal) {
        if (url == null) {
            throw new UsageException("Which server? Give --url=http://HOST:8082 or set NIMBLE_URL.");
        }
        try {
            NimbleClient.Builder builder = NimbleClient.builder(url);
            String token = terminal.variable(TOKEN_VARIABLE);
            return (token == null ? builder : builder.managementToken(token)).build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
