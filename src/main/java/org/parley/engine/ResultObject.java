package org.parley.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An object of the answer while it is built: one slot for each selected field. A slot holds what JSON has there (a text, boolean or
 * number, or null), another object, an {@code Object[]} of these for a list, or {@link #FAILED}. Not thread-safe.
 */
final class ResultObject implements ResponseData {
    /** In the slot of a field that has an error, and so no value. */
    static final Object FAILED = new Object();

    /** What a type that must not be null makes of a value that is missing: whatever contains it is null instead. */
    private static final Object BUBBLE = new Object();

    private final Plan.ObjectPlan plan;
    private final Object source;
    private final ResultObject parent;
    private final int slot;
    private final Object[] values;

    /**
     * @param source the Java object
     * @param parent the object that has this one as the value of a field, or in its list; null for the root
     * @param slot   the slot of that field
     */
    ResultObject(Plan.ObjectPlan plan, Object source, ResultObject parent, int slot) {
        this.plan = plan;
        this.source = source;
        this.parent = parent;
        this.slot = slot;
        this.values = new Object[plan.fields().length];
    }

    Plan.ObjectPlan plan() {
        return plan;
    }

    Object source() {
        return source;
    }

    void set(int slot, Object value) {
        values[slot] = value;
    }

    /** The path of this object in the answer. Searches for it in the lists of its parents, so only for errors. */
    List<Object> path() {
        List<Object> backwards = new ArrayList<>();
        for (ResultObject at = this; at.parent != null; at = at.parent) {
            List<Object> indices = new ArrayList<>();
            find(at.parent.values[at.slot], at, indices);
            Collections.reverse(indices);
            backwards.addAll(indices);
            backwards.add(at.parent.plan.fields()[at.slot].key().getValue());
        }
        Collections.reverse(backwards);
        return backwards;
    }

    private static boolean find(Object value, ResultObject wanted, List<Object> indices) {
        if (value instanceof Object[] list) {
            for (int i = 0; i < list.length; i++) {
                indices.add(i);
                if (find(list[i], wanted, indices)) {
                    return true;
                }
                indices.remove(indices.size() - 1);
            }
        }
        return value == wanted;
    }

    /**
     * Puts null where a field failed, or else in the nearest place above it that may be null (GraphQL specification, Handling Execution
     * Errors).
     *
     * @return false if this object itself must be null
     */
    boolean settle() {
        for (int i = 0; i < values.length; i++) {
            Object settled = settled(plan.fields()[i].type(), values[i]);
            if (settled == BUBBLE) {
                return false;
            }
            values[i] = settled;
        }
        return true;
    }

    private static Object settled(Plan.OutputType type, Object value) {
        boolean fails = value == FAILED;
        if (value instanceof ResultObject object) {
            fails = !object.settle();
        } else if (value instanceof Object[] list && type.element() != null) {
            for (int i = 0; i < list.length && !fails; i++) {
                list[i] = settled(type.element(), list[i]);
                fails = list[i] == BUBBLE;
            }
        }
        return !fails ? value : type.nonNull() ? BUBBLE : null;
    }

    /** Called for every object of the answer, in the answer's order. */
    interface Visitor {
        void visit(ResultObject object);
    }

    /** Visits this object and all objects below it, in the order of the answer. */
    void visit(Visitor visitor) {
        visitor.visit(this);
        for (Object value : values) {
            visit(value, visitor);
        }
    }

    private static void visit(Object value, Visitor visitor) {
        if (value instanceof ResultObject object) {
            object.visit(visitor);
        } else if (value instanceof Object[] list) {
            for (Object each : list) {
                visit(each, visitor);
            }
        }
    }

    @Override
    public boolean hasValue() {
        for (Object value : values) {
            if (value != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        PlannedField[] fields = plan.fields();
        for (int i = 0; i < fields.length; i++) {
            out.writeFieldName(fields[i].key());
            write(values[i], out);
        }
        out.writeEndObject();
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof ResultObject object) {
            object.write(out);
        } else if (value instanceof Object[] list) {
            out.writeStartArray();
            for (Object each : list) {
                write(each, out);
            }
            out.writeEndArray();
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value == null) {
            out.writeNull();
        } else {
            out.writePOJO(value);
        }
    }
}
