package org.shouwang.protection.directory;

/** Who provides a service (提供方). */
enum ProviderType {
    /** 政府. */
    GOV,
    /** 政府购买. */
    PURCHASED,
    /** 公益创投. */
    VENTURE,
    /** 公益慈善. */
    CHARITY,
    /** 企业. */
    ENTERPRISE;

    /** Whether it helps only as long as a contract runs. */
    boolean isByContract() {
        return switch (this) {
            case PURCHASED, VENTURE -> true;
            case GOV, CHARITY, ENTERPRISE -> false;
        };
    }
}
