module shop {
    requires io.github.nimbleapi;
}
