package org.shouwang.register.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Forms;
import org.shouwang.register.child.RiskLevel;

/**
 * Reads an assessment as strictly as any other form, unless its emergency screen says that a child is in danger: of such a one
 * what cannot be read is left out, and nothing but an unreadable id refuses it (未成年人保护法 art. 11: 立即).
 */
@Singleton
class ReadAssessment {

    /** Stands for a day that could not be read: it is to come, so the day of arrival takes its place. */
    static final LocalDate NO_DAY = LocalDate.MAX;

    private static final Set<String> SIGNS =
            Arrays.stream(EmergencySign.values()).map(Enum::name).collect(Collectors.toSet());

    private final Forms forms;
    private final Set<String> items;

    ReadAssessment(Forms forms, RiskModels models) {
        this.forms = forms;
        this.items = models.all().stream()
                .flatMap(model -> model.items().stream())
                .map(RiskModel.Item::code)
                .collect(Collectors.toSet());
    }

    private record Named(@NotNull UUID id) {}

    /** Fails as the reading of any request does. */
    Uni<AssessmentForm> of(ObjectNode body) {
        try {
            Map<String, Boolean> screen = screen(body.path("emergencyAnswers"));
            return Uni.createFrom()
                    .item(
                            screen.containsValue(true)
                                    ? emergency(body, screen)
                                    : forms.read(body, AssessmentForm.class));
        } catch (JsonProcessingException | ConstraintViolationException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private AssessmentForm emergency(ObjectNode body, Map<String, Boolean> screen) throws JsonProcessingException {
        Map<String, @Nullable Integer> scores = new HashMap<>();
        asked(body.path("itemScores"), (item, score) -> {
            if (score.isIntegralNumber() && score.canConvertToInt()) {
                scores.put(item, score.intValue());
            }
        });
        Map<String, String> reasons = new HashMap<>();
        asked(body.path("unknownReasons"), (item, reason) -> reasons.put(item, text(reason, AssessmentForm.SHORT)));
        return new AssessmentForm(
                forms.read(body, Named.class).id(),
                text(body.path("modelVersion"), AssessmentForm.VERSION),
                screen,
                scores,
                reasons,
                level(body.path("overrideLevel")),
                text(body.path("overrideReason"), AssessmentForm.LONG),
                day(body.path("assessedOn")));
    }

    private static Map<String, Boolean> screen(JsonNode answers) {
        return answers.properties().stream()
                .filter(answer ->
                        SIGNS.contains(answer.getKey()) && answer.getValue().isBoolean())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().booleanValue()));
    }

    private void asked(JsonNode answers, BiConsumer<String, JsonNode> use) {
        answers.properties().stream()
                .filter(answer -> items.contains(answer.getKey()))
                .forEach(answer -> use.accept(answer.getKey(), answer.getValue()));
    }

    /** As much as there is place for, of what can be stored. */
    private static String text(JsonNode value, int most) {
        return value.isTextual()
                ? value.textValue()
                        .codePoints()
                        .filter(character -> character != 0
                                && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE))
                        .limit(most)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip()
                : "";
    }

    private static @Nullable RiskLevel level(JsonNode value) {
        return Arrays.stream(RiskLevel.values())
                .filter(level -> value.isTextual() && level.name().equals(value.textValue()))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(JsonNode value) {
        try {
            return value.isTextual() ? LocalDate.parse(value.textValue()) : NO_DAY;
        } catch (DateTimeException e) {
            return NO_DAY;
        }
    }
}
