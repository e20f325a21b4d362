package org.shouwang.platform.secret;

/** An encrypted field does not open: it was changed, stands in another row's place, or its key is not there. Says no value. */
public class SealBroken extends IllegalStateException {

    private static final long serialVersionUID = 1;

    SealBroken(FieldCipher.Place place, Throwable cause) {
        super("cannot decrypt " + place, cause);
    }
}
