package org.shouwang.register.household;

/** What a household mainly lives on (家庭主要经济来源). */
enum IncomeSource {
    WAGES,
    FARMING,
    GOV_AID,
    RELATIVES,
    OTHER
}
