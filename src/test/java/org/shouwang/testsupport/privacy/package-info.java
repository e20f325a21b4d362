/**
 * Watches over the whole suite that nothing of a person gets where it must not: into a log, a metric, a push, an address or a
 * problem document (个人信息保护法 art. 51; 未成年人保护法 art. 103). A test during which it does fails, whatever it is about.
 */
@NullMarked
package org.shouwang.testsupport.privacy;

import org.jspecify.annotations.NullMarked;
