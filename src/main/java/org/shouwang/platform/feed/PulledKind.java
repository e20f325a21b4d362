package org.shouwang.platform.feed;

/** A kind of record that phones pull. */
public interface PulledKind {

    /** Name of the kind. */
    String kind();

    /** Name of the record's schema in the OpenAPI document; the contract's schema of the kind is made of it. */
    String schema();
}
