package dev.rushlight.web.testing;

import dev.rushlight.hub.HubState;
import dev.rushlight.web.access.SignIn;
import dev.rushlight.web.live.HubsAtAGlance;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.shell.MainLayout;
import java.util.List;

/** The frame that the pages of a signed-in person stand in. */
public final class Frame {

    private Frame() {}

    public static Browser around(Browser browser, Somebody somebody) {
        HubsAtAGlance hubs = () -> List.of(new HubsAtAGlance.Hub(Samples.HUB, "Embedded hub", HubState.LIVE));
        return browser.with(
                MainLayout.class,
                () -> new MainLayout(
                        somebody, new NoSignIn(), new MemoryKeyboards(), hubs, new LiveViews(), new ByHand()));
    }

    private static final class NoSignIn extends SignIn {}
}
