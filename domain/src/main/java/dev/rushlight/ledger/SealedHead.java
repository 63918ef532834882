package dev.rushlight.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;

/** How far a line had come when it was sealed; it never changes again. */
@Entity
@IdClass(SealedHead.Key.class)
@Table(schema = "review", name = "ledger_sealed_head")
class SealedHead {

    @Id
    private UUID line;

    @Id
    private long seal;

    private long number;
    private String hash;

    @SuppressWarnings("NullAway.Init")
    protected SealedHead() {} // for JPA

    SealedHead(long seal, Head head) {
        this.seal = seal;
        this.line = head.line();
        this.number = head.number();
        this.hash = head.hash();
    }

    /** Of one line there is at most one head in a seal. */
    public static class Key {

        private UUID line;
        private long seal;

        @SuppressWarnings("NullAway.Init")
        public Key() {} // for JPA

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.line.equals(line) && key.seal == seal;
        }

        @Override
        public int hashCode() {
            return Objects.hash(line, seal);
        }
    }
}
