package org.shouwang.visit;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwang.visit.VisitCodes.PsychSign;
import org.shouwang.visit.VisitCodes.Unattended;

/** Answers that say that a child is in danger (roles and law, section 5, step 1): they must be reported (未成年人保护法 art. 11). */
public enum RedFlag {
    SUSPICIOUS_INJURY,
    U8_UNATTENDED,
    U16_LIVING_ALONE,
    SELF_HARM_TALK,
    RUNAWAY;

    private static final Set<PsychSign> SIGNS = EnumSet.of(PsychSign.SELF_HARM_TALK, PsychSign.RUNAWAY);

    static Set<RedFlag> of(VisitChild child) {
        Set<RedFlag> flags = EnumSet.noneOf(RedFlag.class);
        if (Boolean.TRUE.equals(child.suspiciousInjury)) {
            flags.add(SUSPICIOUS_INJURY);
        }
        if (child.unattended == Unattended.U8_UNATTENDED) {
            flags.add(U8_UNATTENDED);
        }
        if (child.unattended == Unattended.U16_LIVING_ALONE) {
            flags.add(U16_LIVING_ALONE);
        }
        signs(child).filter(RedFlag::isFlag).forEach(sign -> flags.add(valueOf(sign)));
        return flags;
    }

    /** The child's answers as they read to whoever must not learn of the danger: the flags look as if nobody had asked. */
    static VisitChild without(VisitChild child) {
        VisitChild masked = child.copy();
        masked.suspiciousInjury = Boolean.TRUE.equals(child.suspiciousInjury) ? null : child.suspiciousInjury;
        masked.unattended = child.unattended == Unattended.NO ? child.unattended : null;
        String[] harmless = signs(child).filter(sign -> !isFlag(sign)).toArray(String[]::new);
        masked.psychSigns = harmless.length == 0 ? null : harmless;
        return masked;
    }

    private static Stream<String> signs(VisitChild child) {
        String[] signs = child.psychSigns;
        return signs == null ? Stream.of() : Stream.of(signs);
    }

    private static boolean isFlag(String sign) {
        return SIGNS.contains(PsychSign.valueOf(sign));
    }
}
