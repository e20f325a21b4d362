package org.shouwang.platform.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that will go. Its answers carry {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594), and the OpenAPI
 * document says so. Between the two days lie at least six months, since a phone in a village is updated when somebody comes by.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retiring {

    /** Local day on which it became deprecated, {@code 2027-01-01}. */
    String since();

    /** Local day from which it is not answered any more. */
    String goneOn();

    /** The operation that is to be called instead. */
    String instead();
}
