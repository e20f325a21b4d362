package org.shouwang.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;

/** Reads forms that are no body of a request themselves but a part of one, as strictly; {@link ProblemDocuments} says what fails. */
@Singleton
public class Forms {

    private final ObjectMapper json;
    private final Validator validator;

    Forms(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The form that the JSON is.
     *
     * @throws JsonProcessingException when it cannot be read, or is null
     * @throws ConstraintViolationException when a value breaks the rules of its field
     */
    public <F> F read(JsonNode tree, Class<F> form) throws JsonProcessingException {
        F read = json.treeToValue(tree, form);
        if (read == null) {
            throw MismatchedInputException.from(null, form, "a form is an object");
        }
        Set<ConstraintViolation<F>> violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return read;
    }
}
