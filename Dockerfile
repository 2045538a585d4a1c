# The JVM image: built from a clean clone with nothing but this file's base images.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /parley
# Dependencies first: this layer is made anew only when they change.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw --batch-mode --no-transfer-progress dependency:go-offline
COPY seed seed
COPY src src
RUN ./mvnw --batch-mode --no-transfer-progress package -DskipTests

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Parley" \
      org.opencontainers.image.description="The record of a peace negotiation, and what each fact of it rests on, as one GraphQL graph." \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-4.0"
WORKDIR /parley
COPY --from=build /parley/target/quarkus-app ./
RUN mkdir /data && chown 1001 /data
ENV PARLEY_DATA_DIRECTORY=/data PARLEY_LOG_FORMAT=json
VOLUME /data
USER 1001
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
