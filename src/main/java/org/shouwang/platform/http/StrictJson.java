package org.shouwang.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** JSON is read strictly: a wrong type is an error, not a guess. Unknown properties are ignored, so that apps may run ahead. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    static final int MOST_ELEMENTS = 200;

    /** Last, so that its way of reading times wins over the one of the Java time module. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // the builder that replaces it is not what Quarkus hands over
    public void customize(ObjectMapper mapper) {
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.registerModule(new SimpleModule("strict-values")
                .addDeserializer(String.class, new Text())
                .addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, Rfc3339::moment))
                .addDeserializer(LocalDate.class, new TextDeserializer<>(LocalDate.class, Rfc3339::day))
                .addValueInstantiator(ArrayList.class, new ShortLists()));
    }

    /** PostgreSQL stores every character but U+0000, and UTF-8 has no half of a surrogate pair. */
    private static final class Text extends StdDeserializer<String> {

        private static final long serialVersionUID = 1;

        Text() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.codePoints().anyMatch(Text::isUnstorable)) {
                context.reportInputMismatch(this, "text holds a character that cannot be stored");
            }
            return text;
        }

        private static boolean isUnstorable(int codePoint) {
            return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
        }
    }

    /** No list of a form is longer than a batch of tasks; a body full of empty objects is refused while it is read. */
    private static final class ShortLists extends ValueInstantiator.Base {

        ShortLists() {
            super(ArrayList.class);
        }

        @Override
        public boolean canInstantiate() {
            return true;
        }

        @Override
        public boolean canCreateUsingDefault() {
            return true;
        }

        @Override
        public Object createUsingDefault(DeserializationContext context) {
            return new ShortList();
        }
    }

    private static final class ShortList extends ArrayList<Object> {

        private static final long serialVersionUID = 1;

        @Override
        public boolean add(Object element) {
            if (size() == MOST_ELEMENTS) {
                throw new IllegalArgumentException("a list has too many elements");
            }
            return super.add(element);
        }
    }
}
