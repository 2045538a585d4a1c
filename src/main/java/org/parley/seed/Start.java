package org.parley.seed;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
class Start { @Inject Seeder seeder; void go(@Observes StartupEvent e){ seeder.load(Optional.empty()); } }
