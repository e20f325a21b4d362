package org.shouwang.monitoring.card;

/** 黄牌, 红牌; the milder one first. */
public enum CardColour {
    YELLOW,
    RED
}
