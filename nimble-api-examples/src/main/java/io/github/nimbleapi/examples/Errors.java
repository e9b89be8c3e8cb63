package io.github.nimbleapi.examples;

import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.error.NimbleException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line what went wrong. Only a bug shows its stack trace. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine program = e.getCommandLine();
        PrintWriter err = program.getErr();
        err.println(e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.print(program.getHelp().fullSynopsis());
        err.println("More: " + program.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine program, ParseResult arguments) throws Exception {
        if (e instanceof UsageException) {
            return handleParseException(new ParameterException(program, String.valueOf(e.getMessage())), new String[0]);
        }
        if (e instanceof NimbleException || e instanceof UncheckedIOException) {
            program.getErr().println(e.getMessage() + hint(e));
            return ExitCode.SOFTWARE;
        }
        throw e;
    }

    private static String hint(Exception e) {
        return e instanceof NimbleAuthenticationException
                ? " (taken from the environment variable " + ServerOptions.TOKEN_VARIABLE + ")"
                : "";
    }
}
