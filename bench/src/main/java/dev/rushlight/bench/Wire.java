package dev.rushlight.bench;

/** Texts of a usual size as they travel. */
final class Wire {

    private static final String UPDATE = """
            {"name":"ftrack.event","args":[{"topic":"%s","id":"%032x","data":{"marker":"%s","entities":[{"entityType":\
            "assetversion","entity_type":"AssetVersion","entityId":"2f0e31a4-8c1c-11ee-9a3c-0a58a9feac02","action":"update",\
            "keys":["statusid"],"changes":{"statusid":{"old":"44dd9fb2-4164-11df-9218-0019bb4983d8","new":\
            "44de097a-4164-11df-9218-0019bb4983d8"}},"parents":[{"entityId":"2f0e31a4-8c1c-11ee-9a3c-0a58a9feac02",\
            "entityType":"assetversion","parentId":"9c6a"},{"entityId":"9c6a","entityType":"asset","parentId":"77aa"}]}],\
            "user":{"userid":"bcdf57b0-acc6-11e1-a554-f23c91df1211","name":"jo"}},"sent":null,"source":{"id":\
            "29cd61d0","user":{"username":"jo"},"host":"ws12","applicationId":"studio.tool"},"target":"",\
            "inReplyToEvent":null}]}""";

    private static final String PUBLISHED = UPDATE.formatted("bench.update", 1, "m");

    private Wire() {}

    /** An event packet without an id, as hubs send it. */
    static String delivered(String topic, String marker, int number) {
        return "5:::" + UPDATE.formatted(topic, number, marker);
    }

    /** An event packet that wants an acknowledgement, as clients send it. */
    static String published(long packetId) {
        return "5:" + packetId + "+::" + PUBLISHED;
    }
}
