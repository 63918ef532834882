package dev.rushlight.server.account;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.quotedName;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unquotedName;

import dev.rushlight.server.store.HubDatabase;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The names of the account tables, as {@code db/migration/hub} creates them. */
final class Tables {
    static final Table<Record> ACCOUNT = table(name(quotedName(HubDatabase.SCHEMA), unquotedName("account")));
    static final Field<UUID> ACCOUNT_ID = column("account", "id", SQLDataType.UUID);
    static final Field<String> USERNAME = column("account", "username", SQLDataType.VARCHAR);
    static final Field<Boolean> ACTIVE = column("account", "active", SQLDataType.BOOLEAN);
    static final Field<Instant> ACCOUNT_CREATED_AT = column("account", "created_at", SQLDataType.INSTANT);

    static final Table<Record> API_KEY = table(name(quotedName(HubDatabase.SCHEMA), unquotedName("api_key")));
    static final Field<UUID> KEY_ID = column("api_key", "id", SQLDataType.UUID);
    static final Field<UUID> KEY_ACCOUNT_ID = column("api_key", "account_id", SQLDataType.UUID);
    static final Field<String> SHA256 = column("api_key", "sha256", SQLDataType.VARCHAR);
    static final Field<Instant> KEY_CREATED_AT = column("api_key", "created_at", SQLDataType.INSTANT);
    static final Field<Instant> REVOKED_AT = column("api_key", "revoked_at", SQLDataType.INSTANT);

    private Tables() {}

    private static <T> Field<T> column(String table, String column, DataType<T> type) {
        return field(name(quotedName(HubDatabase.SCHEMA), unquotedName(table), unquotedName(column)), type);
    }
}
