package io.github.nimbleapi.control;

/** Throws checked exceptions where none is declared, as code in other languages than Java does. */
public final class Sneaky {
    private Sneaky() {}

    public static RuntimeException thrown(Throwable anything) {
        throw Sneaky.<RuntimeException>unchecked(anything);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable anything) throws T {
        throw (T) anything;
    }
}
