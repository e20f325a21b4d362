package org.shouwang.platform;

/** How closely a field is kept (个人信息保护法 art. 28; data dictionary, section 0). Access is granted class by class. */
public enum FieldClass {
    /** Says nothing of a person. */
    N,
    /** Personal. */
    P,
    /** Sensitive: every field of a child under 14, among others. */
    S,
    /** Restricted case data: need to know. */
    R
}
