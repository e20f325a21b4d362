package org.shouwang.register.child;

/** Kind of identity document (证件类型). */
public enum IdType {
    RESIDENT_ID,
    BIRTH_CERT,
    HK_MO_TW_PERMIT,
    FOREIGN_PERMIT,
    PASSPORT,
    /** 无户籍: no document yet. */
    NONE
}
