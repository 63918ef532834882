package dev.rushlight.exchange;

import java.util.UUID;

/** An event about this line came a step further on its way to a hub; fired inside the transaction. */
public record DeliveryMoved(UUID line) {}
