package org.shouwang.register.child;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shouwang.platform.secret.IdentityNumber;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.KeyedHash.Hashes;

/** Kind and number of a document that tells one person from another; the number is in its normal form. */
public record IdentityDocument(IdType type, String number) {

    private static final Pattern BIRTH_CERTIFICATE = Pattern.compile("[A-Z]\\d{9}");
    private static final Pattern OTHER_DOCUMENT = Pattern.compile("[A-Z0-9]{6,18}");
    private static final int SHOWN = 4;

    /** Accepts full-width characters, blanks and small letters. Empty when the number has not the form of its kind. */
    public static Optional<IdentityDocument> parse(IdType type, String text, LocalDate today) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        boolean valid =
                switch (type) {
                    case RESIDENT_ID -> IdentityNumber.parse(plain, today).isPresent();
                    case BIRTH_CERT -> BIRTH_CERTIFICATE.matcher(plain).matches();
                    case HK_MO_TW_PERMIT, FOREIGN_PERMIT, PASSPORT ->
                        OTHER_DOCUMENT.matcher(plain).matches();
                    case NONE -> false;
                };
        return valid ? Optional.of(new IdentityDocument(type, plain)) : Optional.empty();
    }

    /** The number as a citizen's identity number, when it is one. */
    Optional<IdentityNumber> identityNumber() {
        return type == IdType.RESIDENT_ID ? Optional.of(new IdentityNumber(number)) : Optional.empty();
    }

    /** By which a second file of the same person is found. */
    public Hashes hashes(KeyedHash keyed) {
        return identityNumber().map(keyed::all).orElseGet(() -> keyed.allOfDocument(type.name(), number));
    }

    /** Only the last four characters of a number. */
    public static String masked(String number) {
        int hidden = number.length() - SHOWN;
        return "*".repeat(hidden) + number.substring(hidden);
    }

    @Override
    public String toString() {
        return "***";
    }
}
