package org.parley.lists;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.parley.store.RecordQuestion;
import org.parley.store.Sql;

/**
 * The table of an entity class, as its JPA annotations say, and how its rows become objects. Hibernate maps the same classes,
 * but only tests start it: its start takes two fifths of the page faults of Parley's, and its reads keep a copy of each value, to find changes.
 *
 * <p>Made once for each class, when it is first read. Immutable, so thread-safe.
 *
 * @param <T> the entity
 */
public final class EntityTable<T> {
    private static final Map<Class<?>, EntityTable<?>> ALL = new ConcurrentHashMap<>();

    /** The bytes of an object on the heap without its fields. */
    private static final int OBJECT = 24;

    /** The bytes of a reference. */
    private static final int REFERENCE = 8;

    private final RecordQuestion question = RecordQuestion.ofRecord();
    private final String name;
    private final Constructor<T> constructor;
    private final Map<String, String> columnByAttribute = new LinkedHashMap<>();
    private final Field[] fields;
    private final Reader[] readers;
    private final String byId;
    private final String byIds;
    private final String insert;
    private final String update;

    /** Reads the value of a column. */
    private interface Reader {
        Object read(ResultSet rows, int column) throws SQLException;
    }

    private EntityTable(Class<T> entity) {
        Table table = entity.getAnnotation(Table.class);
        name = table == null || table.name().isEmpty() ? entity.getSimpleName().toLowerCase(Locale.ROOT) : table.name();
        List<Field> mapped = new ArrayList<>();
        collect(entity, mapped);
        // The id first: it tells whether the record was read already.
        Collections.sort(
                mapped,
                (one, other) ->
                        Boolean.compare(other.isAnnotationPresent(Id.class), one.isAnnotationPresent(Id.class)));
        for (Field field : mapped) {
            Column column = field.getAnnotation(Column.class);
            columnByAttribute.put(
                    field.getName(), column == null || column.name().isEmpty() ? field.getName() : column.name());
        }
        fields = mapped.toArray(Field[]::new);
        readers = mapped.stream().map(EntityTable::reader).toArray(Reader[]::new);
        String columns = columns("r");
        byId = "select " + columns + " from " + name + " r where r.id = ?";
        // H2 looks up each id in the index once. For id = any(?) it also holds each row that it finds against all ids.
        byIds = "select " + columns + " from unnest(?) as o(id) join " + name + " r on r.id = o.id";
        insert = "insert into " + name + " (" + String.join(", ", columnByAttribute.values()) + ") values ("
                + String.join(", ", Collections.nCopies(fields.length, "?")) + ")";
        update = "update " + name + " set "
                + columnByAttribute.values().stream()
                        .skip(1)
                        .map(column -> column + " = ?")
                        .collect(Collectors.joining(", "))
                + " where " + columnByAttribute.values().iterator().next() + " = ?";
        try {
            constructor = entity.getDeclaredConstructor();
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("An entity must have a constructor without parameters: " + entity, e);
        }
    }

    private static void collect(Class<?> type, List<Field> mapped) {
        if (!type.isAnnotationPresent(Entity.class) && !type.isAnnotationPresent(MappedSuperclass.class)) {
            return;
        }
        collect(type.getSuperclass(), mapped);
        for (Field field : type.getDeclaredFields()) {
            // Hibernate adds fields of its own, all of them transient, when the program is built.
            if (!Modifier.isStatic(field.getModifiers())
                    && !Modifier.isTransient(field.getModifiers())
                    && !field.isAnnotationPresent(Transient.class)
                    && !field.getName().startsWith("$$")) {
                field.setAccessible(true);
                mapped.add(field);
            }
        }
    }

    /** The table of an entity class. */
    @SuppressWarnings("unchecked") // the key is the class of the value's type
    public static <T> EntityTable<T> of(Class<T> entity) {
        EntityTable<?> known = ALL.get(entity);
        return (EntityTable<T>) (known == null ? ALL.computeIfAbsent(entity, EntityTable::new) : known);
    }

    /** The table's name. */
    public String name() {
        return name;
    }

    /** Which record has an id. */
    RecordQuestion question() {
        return question;
    }

    /** All columns, for a {@code select} of rows that {@link #read} reads; the first is that of the id. */
    public String columns(String alias) {
        return columnByAttribute.values().stream()
                .map(column -> alias + "." + column)
                .collect(Collectors.joining(", "));
    }

    /** The SQL that inserts a row; its parameters are {@link #values}. */
    public String insert() {
        return insert;
    }

    /** The SQL that updates the row with an id; its parameters are all {@link #values} but the first, which is the id, and then the id. */
    public String update() {
        return update;
    }

    /** The values of an entity's columns, the id's first, as JDBC takes them: an enum constant as its name, a list of texts as an array. */
    public Object[] values(Object entity) {
        try {
            Object[] values = new Object[fields.length];
            for (int i = 0; i < values.length; i++) {
                Object value = fields[i].get(entity);
                values[i] = value instanceof Enum<?> constant
                        ? constant.name()
                        : value instanceof List<?> texts ? texts.toArray(new String[0]) : value;
            }
            return values;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("An object of the table " + name + " could not be read", e);
        }
    }

    /** The SQL that reads the row with an id. */
    public String byId() {
        return byId;
    }

    /** The SQL that reads the rows of an array of ids. */
    public String byIds() {
        return byIds;
    }

    /** Reads the records with these ids; one statement. A record that does not exist is not in the map. */
    Map<String, T> byIds(List<String> ids) {
        Map<String, T> found = new HashMap<>();
        boolean isOne = ids.size() == 1;
        Sql.read(isOne ? byId : byIds, isOne ? ids : List.of(ids), row -> found.put(row.getString(1), read(row, 1)));
        return found;
    }

    /** The size of an object on the heap, about. */
    int bytes(T entity) {
        try {
            int bytes = OBJECT + fields.length * REFERENCE;
            for (Field field : fields) {
                if (!field.getType().isPrimitive() && !field.getType().isEnum()) {
                    bytes += bytesOf(field.get(entity));
                }
            }
            return bytes;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("An object of the table " + name + " could not be read", e);
        }
    }

    private static int bytesOf(Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof String text) {
            return bytesOf(text);
        }
        if (value instanceof List<?> texts) {
            return texts.stream()
                            .mapToInt(each -> REFERENCE + bytesOf((String) each))
                            .sum()
                    + OBJECT;
        }
        return value instanceof OffsetDateTime ? 4 * OBJECT : OBJECT;
    }

    /** The size of a text on the heap, about: a text with a letter beyond Latin-1 has two bytes for each. */
    static int bytesOf(String text) {
        int wide = 0;
        while (wide < text.length() && text.charAt(wide) < 256) {
            wide++;
        }
        return 2 * OBJECT + (wide == text.length() ? 1 : 2) * text.length();
    }

    /** The size of a list on the heap, about. */
    int bytes(List<T> entities) {
        return OBJECT
                + entities.stream().mapToInt(each -> REFERENCE + bytes(each)).sum();
    }

    /** The column of an attribute. */
    public String column(String attribute) {
        String column = columnByAttribute.get(attribute);
        if (column == null) {
            throw new IllegalArgumentException("The table " + name + " has no column for " + attribute);
        }
        return column;
    }

    /**
     * Makes an object of a row.
     *
     * @param first the place of the first of the {@link #columns}, counted from 1
     */
    public T read(ResultSet rows, int first) throws SQLException {
        try {
            T entity = constructor.newInstance();
            for (int i = 0; i < fields.length; i++) {
                fields[i].set(entity, readers[i].read(rows, first + i));
            }
            return entity;
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A row of the table " + name + " could not be read", e);
        }
    }

    private static Reader reader(Field field) {
        Class<?> type = field.getType();
        if (type == String.class) {
            return ResultSet::getString;
        }
        // A column is "not null" if its attribute has a primitive type.
        if (type == int.class) {
            return ResultSet::getInt;
        }
        if (type == long.class) {
            return ResultSet::getLong;
        }
        if (type == boolean.class) {
            return ResultSet::getBoolean;
        }
        if (type == Integer.class || type == Long.class || type == Boolean.class || type == Double.class) {
            return (rows, column) -> rows.getObject(column, type);
        }
        if (type == LocalDate.class || type == OffsetDateTime.class) {
            return (rows, column) -> rows.getObject(column, type);
        }
        if (type == List.class) {
            return Sql::texts;
        }
        if (type.isEnum()) {
            Map<String, Object> constants = new HashMap<>();
            Arrays.stream(type.getEnumConstants()).forEach(each -> constants.put(((Enum<?>) each).name(), each));
            return (rows, column) -> constant(constants, rows.getString(column), field);
        }
        throw new IllegalStateException("No reader is known for the type of " + field);
    }

    private static Object constant(Map<String, Object> constants, String name, Field field) {
        Object constant = name == null ? null : constants.get(name);
        if (constant == null && name != null) {
            throw new IllegalStateException("The database has an unknown value for " + field + ": " + name);
        }
        return constant;
    }
}
