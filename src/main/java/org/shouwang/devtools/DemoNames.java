package org.shouwang.devtools;

import java.util.List;
import java.util.Random;

/** Synthetic names. */
final class DemoNames {

    private static final List<String> SURNAMES =
            List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗");
    private static final List<String> WOMEN =
            List.of("秀英", "桂兰", "玉梅", "春燕", "雪琴", "红霞", "丽娟", "晓芳", "彩云", "淑珍", "文静", "海燕", "小红", "巧玲", "月娥");
    private static final List<String> MEN =
            List.of("建国", "志强", "永军", "文斌", "海涛", "小龙", "宏伟", "卫东", "长生", "新民", "振华", "俊杰", "永安", "玉林", "长河");

    private DemoNames() {}

    static String surname(Random random) {
        return pick(SURNAMES, random);
    }

    static String given(boolean woman, Random random) {
        return pick(woman ? WOMEN : MEN, random);
    }

    private static String pick(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
