package dev.rushlight.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What there is to look at in a version, in a table of its own so that lists never load it. */
@Entity
@Table(schema = "review", name = "version_content")
class VersionContent {

    @Id
    @Column(name = "version_id")
    private UUID version;

    private String content;

    @SuppressWarnings("NullAway.Init")
    protected VersionContent() {} // for JPA

    VersionContent(VersionId version, Content content) {
        this.version = version.value();
        this.content = ContentText.write(content);
    }

    VersionId version() {
        return new VersionId(version);
    }

    Content content() {
        return ContentText.read(content);
    }
}
