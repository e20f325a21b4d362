package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where an indicator stands, as the bulletins class it. */
public enum StatusClass {
    /** 达标: what is asked for in the end is reached. */
    MET,
    /** 预期可达标: what the year asks for is reached. */
    ON_TRACK,
    /** 有风险: as for a yellow card. */
    AT_RISK,
    /** 未达标: as for a red card. */
    OFF_TRACK,
    /** 无数据. */
    NO_DATA,
    /** Watched only, or without a number to hold a value against. */
    NEUTRAL;

    private static final Set<StatusClass> NOT_COUNTED = EnumSet.of(NO_DATA, NEUTRAL);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** 总体达标率 in per cent, of those that have data and are assessed; empty where there is none. */
    public static Optional<BigDecimal> achieved(Collection<StatusClass> all) {
        long counted = all.stream().filter(one -> !NOT_COUNTED.contains(one)).count();
        long met = all.stream().filter(one -> one == MET).count();
        return counted == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(met)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(counted), 2, RoundingMode.HALF_UP));
    }
}
