/**
 * Measurements, not tests: {@code mvn -Pbench verify} runs the {@code *Bench} classes and nothing else, those that begin with
 * {@code Packaged} on the packaged server. They start the application on a PostgreSQL of their own and speak HTTP to it; their
 * figures are those of the machine and of what else runs. See docs/performance.md.
 */
@NullMarked
package org.shouwang.bench;

import org.jspecify.annotations.NullMarked;
