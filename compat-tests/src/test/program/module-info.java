/** A user's program on the module path. */
module tour {
    requires io.github.nimbleapi.control;
    requires io.github.nimbleapi.testkit;
}
