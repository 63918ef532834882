package dev.rushlight.server.campaign;

import dev.rushlight.hub.peer.FaultProxy;
import java.util.function.Consumer;

/** A way in which a link ends. */
enum LinkFault {
    RST(FaultProxy::rst),
    FIN(FaultProxy::fin),
    TRUNCATED(FaultProxy::truncate),
    HALF_CLOSED(FaultProxy::halfClose);

    private final Consumer<FaultProxy> strike;

    LinkFault(Consumer<FaultProxy> strike) {
        this.strike = strike;
    }

    void strike(FaultProxy link) {
        strike.accept(link);
    }
}
