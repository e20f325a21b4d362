package org.shouwang.sync;

import java.util.UUID;

/**
 * A time in which the database went forward only.
 *
 * @param number rises whenever the database went back; positions of a later epoch sort above
 * @param identity random: a database that is restored twice from one backup opens the same number twice
 */
record Epoch(int number, UUID identity) {}
