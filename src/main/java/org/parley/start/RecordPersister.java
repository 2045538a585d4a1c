package org.parley.start;

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
 * Prepares the SQL of an entity where it is first needed. Hibernate does so for all entities at each start: how to insert, update,
 * delete, merge and load one was a quarter of what it allocates there, and a start needs none of it.
 */
@RegisterForReflection // made by its constructor
public class RecordPersister extends SingleTableEntityPersister {
    private static final long serialVersionUID = 1;

    private transient InsertCoordinator insert;
    private transient UpdateCoordinator update;
    private transient DeleteCoordinator delete;
    private transient UpdateCoordinator merge;
    private transient SingleIdEntityLoader<?> load;

    /** Called by Hibernate. */
    public RecordPersister(
            PersistentClass entity,
            EntityDataAccess cache,
            NaturalIdDataAccess ids,
            RuntimeModelCreationContext context) {
        super(entity, cache, ids, context);
    }

    /** Null, as those below: the getter makes it. */
    @Override
    protected InsertCoordinator buildInsertCoordinator() {
        return null;
    }

    @Override
    public synchronized InsertCoordinator getInsertCoordinator() {
        if (insert == null) {
            insert = super.buildInsertCoordinator();
        }
        return insert;
    }

    @Override
    protected UpdateCoordinator buildUpdateCoordinator() {
        return null;
    }

    @Override
    public synchronized UpdateCoordinator getUpdateCoordinator() {
        if (update == null) {
            update = super.buildUpdateCoordinator();
        }
        return update;
    }

    @Override
    protected DeleteCoordinator buildDeleteCoordinator() {
        return null;
    }

    @Override
    public synchronized DeleteCoordinator getDeleteCoordinator() {
        if (delete == null) {
            delete = super.buildDeleteCoordinator();
        }
        return delete;
    }

    @Override
    protected UpdateCoordinator buildMergeCoordinator() {
        return null;
    }

    @Override
    public synchronized UpdateCoordinator getMergeCoordinator() {
        if (merge == null) {
            merge = super.buildMergeCoordinator();
        }
        return merge;
    }

    @Override
    protected SingleIdEntityLoader<?> buildSingleIdEntityLoader() {
        return null;
    }

    @Override
    public synchronized SingleIdEntityLoader<?> getSingleIdLoader() {
        if (load == null) {
            load = super.buildSingleIdEntityLoader();
        }
        return load;
    }

    @Override
    public Object[] getDatabaseSnapshot(Object id, SharedSessionContractImplementor session) {
        return getSingleIdLoader().loadDatabaseSnapshot(id, session);
    }

    /** There is none yet. */
    @Override
    protected void logStaticSQL() {}

    /** Puts it in the place of Hibernate's own; found by the service loader, at build time. */
    public static class Contributor implements ServiceContributor {
        @Override
        public void contribute(StandardServiceRegistryBuilder services) {
            services.addService(PersisterClassResolver.class, new StandardPersisterClassResolver() {
                @Override
                public Class<? extends EntityPersister> singleTableEntityPersister() {
                    return RecordPersister.class;
                }
            });
        }
    }
}
