package dev.laurel.engine.settle;

import dev.laurel.event.Release;
import java.util.List;

/** Points that a hold had set aside go back. */
final class ReleaseSettlement implements Settlement<Release> {
    @Override
    public List<String> receiptsNamedBy(Release event) {
        return List.of(event.hold());
    }

    @Override
    public void settle(Evaluation<Release> on) {
        Release release = on.event();
        on.account().holds().release(on.openHold(release.hold()), release.id());
    }
}
