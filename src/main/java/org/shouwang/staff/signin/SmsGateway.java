package org.shouwang.staff.signin;

import org.shouwang.platform.secret.PhoneNumber;

/** Sends codes by SMS. The provider behind it is the operator's choice. */
interface SmsGateway {

    /** Whether there is anything to send with. */
    boolean enabled();

    /** Begins to send a code and returns at once. What becomes of it is counted, never told to who asked for it. */
    void send(PhoneNumber phone, String code);
}
