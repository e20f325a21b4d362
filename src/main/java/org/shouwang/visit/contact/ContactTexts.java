package org.shouwang.visit.contact;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;

/** Closes and opens what workers write of a contact in their own words. */
@Singleton
class ContactTexts implements SealedColumns {

    private static final SealedColumn SUMMARY = SealedColumn.of("contact", "summary_cipher", "summary_cipher");

    private final FieldCipher cipher;

    ContactTexts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    byte @Nullable [] closed(UUID contact, @Nullable String summary) {
        return summary == null ? null : cipher.encrypt(summary, SUMMARY.placeOf(List.of(contact)));
    }

    @Nullable
    String opened(Contact contact) {
        byte[] closed = contact.summaryCipher;
        return closed == null ? null : cipher.decrypt(closed, SUMMARY.placeOf(List.of(contact.id)));
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SUMMARY);
    }
}
