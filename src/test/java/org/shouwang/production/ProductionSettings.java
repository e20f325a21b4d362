package org.shouwang.production;

import java.util.Map;
import java.util.Objects;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.secret.NewKeys;
import org.shouwang.testsupport.WorkerTable;

/** What a packaged server needs from outside. */
public final class ProductionSettings {

    private ProductionSettings() {}

    public static Map<String, String> on(DatabaseAddress database) {
        return Map.of(
                "SHOUWANG_DATABASE_URL", database.reactiveUrl(),
                "SHOUWANG_DATABASE_USERNAME", database.username(),
                "SHOUWANG_DATABASE_PASSWORD", database.password(),
                "SHOUWANG_KEYS_TOKEN", NewKeys.symmetric(),
                "SHOUWANG_KEYS_ENCRYPTION", NewKeys.encryption(),
                "SHOUWANG_KEYS_HASH", NewKeys.symmetric(),
                "SHOUWANG_KEYS_AUDIT", NewKeys.symmetric());
    }

    public static WorkerTable.Keys keys(Map<String, String> settings) {
        return new WorkerTable.Keys(
                Objects.requireNonNull(settings.get("SHOUWANG_KEYS_ENCRYPTION")),
                Objects.requireNonNull(settings.get("SHOUWANG_KEYS_HASH")));
    }
}
