package io.github.nimbleapi.control.guard;

import java.util.List;

/** How a blocklist changes. */
class BlocklistJournal implements BlocklistListener {
    private final List<String> told;

    BlocklistJournal(List<String> told) {
        this.told = told;
    }

    @Override
    public void onBlocked(Block block) {
        told.add("blocked " + block.kind() + " " + block.value());
    }

    @Override
    public void onUnblocked(Block block) {
        told.add("unblocked " + block.kind() + " " + block.value());
    }

    @Override
    public void onExpired(Block block) {
        told.add("expired " + block.kind() + " " + block.value());
    }
}
