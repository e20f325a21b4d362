package org.shouwang.platform.operation;

/** What the field {@code id} of an operation's form is, where the form has one of its own. */
public enum FormId {
    /** It has none: the record is named beside it. */
    NONE,
    /** The record's, as in a form that names what it makes. */
    RECORD,
    /** That of the act, which is the operation's own: repeated in whatever way, it is done once. */
    OPERATION
}
