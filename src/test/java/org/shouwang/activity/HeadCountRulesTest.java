package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.problem.Violation;

class HeadCountRulesTest {

    private static final int FIELDS = 15;

    @Test
    void moreLeftBehindThanChildrenIsRefusedWithBothNumbers() {
        HeadCounts counts = counts(List.of(21, 12, 9, 0, 3, 10, 6, 2, 22, 0, 0, 0, 5, 4, 3));

        List<Violation> violations = HeadCountRules.check(counts);

        assertThat(violations).containsExactly(Violation.of("countLeftBehind", "count-left-behind", 22, 21));
        assertThat(sentence(violations.get(0), Messages.CHINESE)).isEqualTo("留守儿童数 22 不能大于儿童总数 21。");
        assertThat(sentence(violations.get(0), Locale.ENGLISH))
                .isEqualTo("The number of left-behind children, 22, cannot be above the number of children, 21.");
    }

    @Test
    void sumsThatWouldOverflowAreRefused() {
        int max = Integer.MAX_VALUE;
        HeadCounts counts = counts(List.of(-2, max, max, max, max, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

        List<Violation> violations = HeadCountRules.check(counts);

        assertThat(violations).extracting(Violation::rule).contains("count-not-negative", "count-sexes", "count-ages");
    }

    @Test
    void eachRuleHasASentenceWithItsNumbersInBothLanguages() {
        HeadCounts counts = counts(List.of(7, 5, 4, 1, 1, 1, 1, 1, 11, 12, 13, 14, -15, 0, 0));

        List<Violation> violations = HeadCountRules.check(counts);

        assertThat(violations).hasSize(7).allSatisfy(violation -> {
            String[] numbers = violation.values().stream().map(Object::toString).toArray(String[]::new);
            assertThat(sentence(violation, Messages.CHINESE)).contains(numbers);
            assertThat(sentence(violation, Locale.ENGLISH)).contains(numbers);
        });
    }

    @Property
    void countsAreAcceptedExactlyWhenTheyAddUp(@ForAll("countVectors") List<Integer> numbers) {
        List<Violation> violations = HeadCountRules.check(counts(numbers));

        assertThat(violations.isEmpty()).isEqualTo(addsUp(numbers));
    }

    /** Vectors that add up, the same with one number changed, and wild ones. */
    @Provide
    Arbitrary<List<Integer>> countVectors() {
        Arbitrary<List<Integer>> sound =
                Arbitraries.integers().between(0, 30).list().ofSize(FIELDS).map(HeadCountRulesTest::repaired);
        Arbitrary<List<Integer>> spoilt = sound.flatMap(numbers -> Arbitraries.integers()
                .between(0, FIELDS - 1)
                .flatMap(index -> Arbitraries.integers().between(-1, 60).map(other -> with(numbers, index, other))));
        return Arbitraries.frequencyOf(
                Tuple.of(3, sound),
                Tuple.of(5, spoilt),
                Tuple.of(1, Arbitraries.integers().list().ofSize(FIELDS)));
    }

    /** Children by age as drawn; the total, the girls and the parts follow from them. */
    private static List<Integer> repaired(List<Integer> drawn) {
        int total = drawn.subList(3, 8).stream().mapToInt(Integer::intValue).sum();
        List<Integer> numbers = with(drawn, 0, total);
        numbers.set(1, drawn.get(1) % (total + 1));
        numbers.set(2, total - numbers.get(1));
        for (int part = 8; part < 12; part++) {
            numbers.set(part, drawn.get(part) % (total + 1));
        }
        return numbers;
    }

    private static boolean addsUp(List<Integer> numbers) {
        BigInteger total = BigInteger.valueOf(numbers.get(0));
        return numbers.stream().allMatch(number -> number >= 0)
                && sum(numbers.subList(1, 3)).equals(total)
                && sum(numbers.subList(3, 8)).equals(total)
                && numbers.subList(8, 12).stream().allMatch(part -> part <= numbers.get(0));
    }

    private static BigInteger sum(List<Integer> numbers) {
        return numbers.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<Integer> with(List<Integer> numbers, int index, int value) {
        List<Integer> copy = new ArrayList<>(numbers);
        copy.set(index, value);
        return copy;
    }

    private static String sentence(Violation violation, Locale locale) {
        return new Messages()
                .text(locale, "rule." + violation.rule(), violation.values().toArray());
    }

    private static HeadCounts counts(List<Integer> n) {
        return new HeadCounts(
                n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), n.get(6), n.get(7), n.get(8), n.get(9),
                n.get(10), n.get(11), n.get(12), n.get(13), n.get(14));
    }
}
