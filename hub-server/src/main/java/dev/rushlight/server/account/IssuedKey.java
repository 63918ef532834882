package dev.rushlight.server.account;

/** A key just made: the only moment at which it can be read. */
public record IssuedKey(KeyId id, String user, String key) {
    @Override
    public String toString() {
        return "IssuedKey[id=" + id.value() + ", user=" + user + ", key=***]";
    }
}
