package org.shouwang.staff;

/** What an access token says beside who somebody is; nothing of it is a right. */
public final class TokenClaims {

    /** The session: the family of refresh tokens. */
    public static final String SESSION = "sid";

    /** The phone on which the worker signed in, if the app named it. */
    public static final String DEVICE = "device";

    private TokenClaims() {}
}
