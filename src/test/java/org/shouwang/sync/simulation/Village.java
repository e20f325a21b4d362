package org.shouwang.sync.simulation;

/** A village of a world, the town to which it belongs, and who keeps its files in the background. */
record Village(String code, String town, Wire clerk) {}
