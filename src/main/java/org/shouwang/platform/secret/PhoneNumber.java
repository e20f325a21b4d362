package org.shouwang.platform.secret;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone of mainland China, mobile or landline, in half-width digits without blanks. */
public record PhoneNumber(String value) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?\\d{7,8}");

    public static Optional<PhoneNumber> parse(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        boolean valid =
                MOBILE.matcher(plain).matches() || LANDLINE.matcher(plain).matches();
        return valid ? Optional.of(new PhoneNumber(plain)) : Optional.empty();
    }

    /** Only a mobile signs in: a landline is shared, and gets no text message. */
    public boolean isMobile() {
        return MOBILE.matcher(value).matches();
    }

    /** The first three and the last four digits, as lists show it. */
    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return "***";
    }
}
