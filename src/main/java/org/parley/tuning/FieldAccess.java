package org.parley.tuning;

import static org.hibernate.property.access.spi.BuiltInPropertyAccessStrategies.FIELD;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.PropertyAccessException;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.internal.util.ReflectHelper;
import org.hibernate.property.access.internal.PropertyAccessStrategyResolverStandardImpl;
import org.hibernate.property.access.spi.Getter;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.hibernate.property.access.spi.PropertyAccessStrategyResolver;
import org.hibernate.property.access.spi.Setter;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Reads and writes the fields of entities by reflection, without looking at their methods. For each field Hibernate's own field access
 * also searches the class for a getter and a setter, although it then uses the field, and each search copies the array of all methods.
 * Hibernate's access also records when a lazy attribute has been set. That is not needed here: no attribute of an entity is lazy.
 *
 * <p>Loaded by {@code ServiceLoader} at build time. The fields found then are stored in the executable. Thread-safe.
 */
public class FieldAccess implements ServiceContributor {
    @Override
    public void contribute(StandardServiceRegistryBuilder services) {
        PropertyAccessStrategyResolver standard = new PropertyAccessStrategyResolverStandardImpl(null);
        PropertyAccessStrategy fields = new Fields();
        services.addService(
                PropertyAccessStrategyResolver.class,
                (container, strategy, mode) -> FIELD.getExternalName().equals(strategy) && Tuning.FIELD_ACCESS.isOn()
                        ? fields
                        : standard.resolvePropertyAccessStrategy(container, strategy, mode));
    }

    private static final class Fields implements PropertyAccessStrategy {
        private record Name(Class<?> container, String property) {}

        private final Map<Name, PropertyAccess> found = new ConcurrentHashMap<>();

        @Override
        public PropertyAccess buildPropertyAccess(Class<?> container, String property, boolean setterRequired) {
            return found.computeIfAbsent(
                    new Name(container, property),
                    name -> new OfField(this, new Access(ReflectHelper.findField(container, property))));
        }
    }

    private record OfField(PropertyAccessStrategy strategy, Access access) implements PropertyAccess {
        @Override
        public PropertyAccessStrategy getPropertyAccessStrategy() {
            return strategy;
        }

        @Override
        public Getter getGetter() {
            return access;
        }

        @Override
        public Setter getSetter() {
            return access;
        }
    }

    private record Access(Field field) implements Getter, Setter {
        @Override
        public Object get(Object owner) {
            try {
                return field.get(owner);
            } catch (IllegalAccessException e) {
                throw new PropertyAccessException(e, "Not readable", false, field.getDeclaringClass(), field.getName());
            }
        }

        @Override
        public Object getForInsert(Object owner, Map<Object, Object> merged, SharedSessionContractImplementor session) {
            return get(owner);
        }

        @Override
        public void set(Object owner, Object value) {
            try {
                field.set(owner, value);
            } catch (IllegalAccessException e) {
                throw new PropertyAccessException(e, "Not writable", true, field.getDeclaringClass(), field.getName());
            }
        }

        @Override
        public Class<?> getReturnTypeClass() {
            return field.getType();
        }

        @Override
        public Type getReturnType() {
            return field.getGenericType();
        }

        @Override
        public Member getMember() {
            return field;
        }

        /** Null: no method is used. */
        @Override
        public String getMethodName() {
            return null;
        }

        /** Null: no method is used. */
        @Override
        public Method getMethod() {
            return null;
        }
    }
}
