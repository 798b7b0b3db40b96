package org.enlace.ui;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** No text that comes in as JSON holds a NUL: nobody types one, and the database refuses it much later with an error that helps nobody. */
@Component
class TextsFromOutside extends SimpleModule {

    private static final long serialVersionUID = 1L;

    TextsFromOutside() {
        addDeserializer(String.class, new WithoutNul());
    }

    private static final class WithoutNul extends StdScalarDeserializer<String> {

        WithoutNul() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getValueAsString();
            if (text == null) {
                return (String) context.handleUnexpectedToken(getValueType(context), parser);
            }
            if (text.indexOf('\0') >= 0) {
                throw context.weirdStringException(text, String.class, "holds a NUL");
            }
            return text;
        }
    }
}
