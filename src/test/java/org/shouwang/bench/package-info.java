/**
 * Measurements, not tests: {@code mvn -Pbench test} runs the {@code *Bench} classes and nothing else. They start the
 * application on a PostgreSQL of their own and speak HTTP to it; their figures are those of the machine and of what else runs.
 */
@NullMarked
package org.shouwang.bench;

import org.jspecify.annotations.NullMarked;
