package org.shouwang.register.household;

/** Public aid that a household receives (救助情况). */
enum AidType {
    DIBAO,
    TEMP,
    MEDICAL,
    HOUSING,
    OTHER,
    DIBAO_EDGE,
    TEKUN,
    ORPHAN_ALLOWANCE,
    DISABILITY_SUBSIDY
}
