package org.parley.tuning;

import io.quarkus.arc.impl.LazyValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.loader.ast.spi.SingleIdEntityLoader;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.persister.entity.mutation.DeleteCoordinator;
import org.hibernate.persister.entity.mutation.InsertCoordinator;
import org.hibernate.persister.entity.mutation.UpdateCoordinator;
import org.hibernate.persister.internal.StandardPersisterClassResolver;
import org.hibernate.persister.spi.PersisterClassResolver;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Prepares the SQL of an entity lazily. Hibernate prepares five statements for each entity at every start: to insert, update, delete,
 * merge and load one. A start needs none of them. Thread-safe.
 */
@RegisterForReflection // created through its constructor
public class RecordPersister extends SingleTableEntityPersister {
    private static final long serialVersionUID = 1;

    private final transient LazyValue<InsertCoordinator> insert = new LazyValue<>(super::buildInsertCoordinator);
    private final transient LazyValue<UpdateCoordinator> update = new LazyValue<>(super::buildUpdateCoordinator);
    private final transient LazyValue<DeleteCoordinator> delete = new LazyValue<>(super::buildDeleteCoordinator);
    private final transient LazyValue<UpdateCoordinator> merge = new LazyValue<>(super::buildMergeCoordinator);
    private final transient LazyValue<SingleIdEntityLoader<?>> load = new LazyValue<>(super::buildSingleIdEntityLoader);

    /** Called by Hibernate, through reflection. */
    public RecordPersister(
            PersistentClass entity,
            EntityDataAccess cache,
            NaturalIdDataAccess ids,
            RuntimeModelCreationContext context) {
        super(entity, cache, ids, context);
    }

    /** Null, as in all build methods below: the getter builds it at the first call. */
    @Override
    protected InsertCoordinator buildInsertCoordinator() {
        return null;
    }

    @Override
    public InsertCoordinator getInsertCoordinator() {
        return insert.get();
    }

    @Override
    protected UpdateCoordinator buildUpdateCoordinator() {
        return null;
    }

    @Override
    public UpdateCoordinator getUpdateCoordinator() {
        return update.get();
    }

    @Override
    protected DeleteCoordinator buildDeleteCoordinator() {
        return null;
    }

    @Override
    public DeleteCoordinator getDeleteCoordinator() {
        return delete.get();
    }

    @Override
    protected UpdateCoordinator buildMergeCoordinator() {
        return null;
    }

    @Override
    public UpdateCoordinator getMergeCoordinator() {
        return merge.get();
    }

    @Override
    protected SingleIdEntityLoader<?> buildSingleIdEntityLoader() {
        return null;
    }

    @Override
    public SingleIdEntityLoader<?> getSingleIdLoader() {
        return load.get();
    }

    @Override
    public Object[] getDatabaseSnapshot(Object id, SharedSessionContractImplementor session) {
        return getSingleIdLoader().loadDatabaseSnapshot(id, session);
    }

    /** Does nothing: there is no SQL to log yet. */
    @Override
    protected void logStaticSQL() {}

    /** Makes Hibernate use this persister instead of its own. Loaded by {@code ServiceLoader} at build time. */
    @RegisterForReflection(targets = SingleTableEntityPersister.class) // used if this tuning is off
    public static class Contributor implements ServiceContributor {
        @Override
        public void contribute(StandardServiceRegistryBuilder services) {
            services.addService(PersisterClassResolver.class, new StandardPersisterClassResolver() {
                @Override
                public Class<? extends EntityPersister> singleTableEntityPersister() {
                    return Tuning.RECORD_PERSISTER.isOn() ? RecordPersister.class : super.singleTableEntityPersister();
                }
            });
        }
    }
}
