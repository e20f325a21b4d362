package org.shouwang.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.secret.KeyForm;

/** The keys that the settings hold: of the right form, before anything is opened with them. */
final class GivenKeys {

    private GivenKeys() {}

    /** One line for each key that cannot be one; what was given is never printed. */
    static List<String> objections() {
        return Stream.of(
                        wrong(Settings.TOKEN_KEY, KeyForm.isSymmetric(value(Settings.TOKEN_KEY))),
                        wrong(Settings.ENCRYPTION_KEY, KeyForm.isEncryption(value(Settings.ENCRYPTION_KEY))),
                        wrong(Settings.HASH_KEY, KeyForm.isSymmetric(value(Settings.HASH_KEY))),
                        wrong(Settings.NEXT_HASH_KEY, isAbsentOrSymmetric(Settings.NEXT_HASH_KEY)),
                        wrong(Settings.PREVIOUS_HASH_KEY, isAbsentOrSymmetric(Settings.PREVIOUS_HASH_KEY)),
                        wrong(Settings.AUDIT_KEY, KeyForm.isSymmetric(value(Settings.AUDIT_KEY))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String value(Settings setting) {
        return setting.value().orElseThrow();
    }

    private static boolean isAbsentOrSymmetric(Settings setting) {
        return setting.value().map(KeyForm::isSymmetric).orElse(true);
    }

    private static Optional<String> wrong(Settings setting, boolean right) {
        return right ? Optional.empty() : Optional.of(setting.refusal());
    }
}
