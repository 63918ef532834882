package dev.rushlight.server.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** One kind of operation that a batch may ask for. */
interface Operation {
    /** The element of the answer that stands for this operation. */
    JsonValue perform(JsonObject request) throws ApiFault;
}
