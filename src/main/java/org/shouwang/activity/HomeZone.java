package org.shouwang.activity;

/** A functional zone (功能区) of a children's home; a home has at least two. */
enum HomeZone {
    PLAY,
    READING,
    STUDY,
    SPORT,
    HANDCRAFT,
    FAMILY_VIDEO,
    COUNSEL
}
