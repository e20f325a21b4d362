package org.shouwang.activity;

/** A basic service (基本服务功能) that a children's home gives. */
enum HomeFunction {
    GAME,
    READING,
    STUDY_HELP,
    FAMILY_CONTACT,
    PSYCH,
    PARENT_EDU,
    SAFETY_EDU,
    REFERRAL,
    TEMP_CARE
}
