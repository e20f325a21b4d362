package org.shouwang.platform.sms;

import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.secret.PhoneNumber;

/**
 * One text message. It may hold a code, so it prints as its id.
 *
 * @param id the same each time it is tried: a bridge that has seen it sends it once
 * @param county who pays, see {@link SmsCounties}
 * @param value the code, or how many things it stands for
 */
public record Sms(UUID id, SmsPurpose purpose, AreaCode county, PhoneNumber phone, String value) {

    @Override
    public String toString() {
        return "Sms[" + id + "]";
    }
}
