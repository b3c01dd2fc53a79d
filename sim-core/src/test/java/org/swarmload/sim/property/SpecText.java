package org.swarmload.sim.property;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** A model as text, one part to a line, so that a failure can be read and built again by hand. */
final class SpecText {
    private final StringBuilder text = new StringBuilder();

    private SpecText() {}

    static String of(Object spec) {
        SpecText printer = new SpecText();
        printer.print(spec, "");
        return printer.text.toString();
    }

    private void print(Object value, String indent) {
        if (value instanceof Record record) {
            print(record, indent);
        } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Record) {
            for (Object item : list) {
                text.append('\n').append(indent).append("- ");
                print(item, indent + "  ");
            }
        } else if (value instanceof double[] numbers) {
            text.append(Arrays.toString(numbers));
        } else {
            text.append(value);
        }
    }

    private void print(Record record, String indent) {
        text.append(record.getClass().getSimpleName()).append('(');
        boolean small = record.getClass().getRecordComponents().length < 6;
        String separator = small ? "" : "\n" + indent + "  ";
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            text.append(separator).append(component.getName()).append('=');
            print(Edit.read(record, component), indent + "    ");
            separator = small ? ", " : "\n" + indent + "  ";
        }
        text.append(')');
    }
}
