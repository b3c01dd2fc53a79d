package org.swarmload.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Writes JSON in the order of the calls, with numbers in the one form of {@link Numbers}. */
final class Json {
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    Json() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            json = new JsonFactory().createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        json.setPrettyPrinter(printer);
    }

    /** A piece of writing that may fail as streams do; a string writer never does. */
    @FunctionalInterface
    interface Body {
        void write() throws IOException;
    }

    static String document(java.util.function.Consumer<Json> content) {
        Json json = new Json();
        json.value(() -> content.accept(json));
        json.run(json.json::close);
        return json.text + "\n";
    }

    private void run(Body body) {
        try {
            body.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object as the next value. */
    Json value(Runnable members) {
        run(json::writeStartObject);
        members.run();
        run(json::writeEndObject);
        return this;
    }

    Json object(String name, Runnable members) {
        run(() -> json.writeFieldName(name));
        return value(members);
    }

    Json array(String name, Runnable items) {
        run(() -> json.writeArrayFieldStart(name));
        items.run();
        run(json::writeEndArray);
        return this;
    }

    Json field(String name, String value) {
        run(() -> json.writeStringField(name, value));
        return this;
    }

    Json field(String name, long value) {
        run(() -> json.writeNumberField(name, value));
        return this;
    }

    Json field(String name, boolean value) {
        run(() -> json.writeBooleanField(name, value));
        return this;
    }

    /** A number, or null where there is none. */
    Json field(String name, Double value) {
        run(() -> {
            json.writeFieldName(name);
            if (value == null) {
                json.writeNull();
            } else {
                json.writeNumber(Numbers.plain(value));
            }
        });
        return this;
    }

    Json field(String name, BigDecimal value) {
        run(() -> {
            json.writeFieldName(name);
            if (value == null) {
                json.writeNull();
            } else {
                json.writeNumber(value.toPlainString());
            }
        });
        return this;
    }

    Json item(double value) {
        run(() -> json.writeNumber(Numbers.plain(value)));
        return this;
    }

    Json fields(java.util.Map<String, Double> values) {
        values.forEach(this::field);
        return this;
    }

    Json item(String value) {
        run(() -> json.writeString(value));
        return this;
    }
}
