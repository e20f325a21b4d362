package org.shouwang.platform.http;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts for users: Chinese first, English second. */
@Singleton
public class Messages {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private static final String BUNDLE = "messages/messages";
    private static final String CODES = "messages/codes";
    private static final ResourceBundle.Control NO_MACHINE_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Reads the Accept-Language header; Chinese unless English is preferred to it. */
    public static Locale preferred(List<Locale> acceptable) {
        for (Locale locale : acceptable) {
            if (locale.getLanguage().equals("zh")) {
                return CHINESE;
            }
            if (locale.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return CHINESE;
    }

    /**
     * What a code of a list says in words.
     *
     * @throws MissingResourceException when it has no label
     */
    public String label(Locale locale, String list, String code) {
        return ResourceBundle.getBundle(CODES, locale, NO_MACHINE_LOCALE).getString(list + '.' + code);
    }

    /**
     * The text of a key with its values filled in.
     *
     * @throws MissingResourceException when the bundle has no such key
     */
    public String text(Locale locale, String key, Object... values) {
        String pattern =
                ResourceBundle.getBundle(BUNDLE, locale, NO_MACHINE_LOCALE).getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }
}
