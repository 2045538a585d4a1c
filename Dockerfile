# The native executable in an image that has only the C library and zlib. Builds from a clean clone, with the base images named here.
FROM quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:jdk-25 AS build
WORKDIR /code
USER root
RUN chown quarkus /code
USER quarkus
# Download the dependencies first: this layer is rebuilt only when they change.
COPY --chown=quarkus mvnw pom.xml ./
COPY --chown=quarkus .mvn .mvn
RUN ./mvnw --batch-mode --no-transfer-progress -Dnative quarkus:go-offline
COPY --chown=quarkus seed seed
COPY --chown=quarkus src src
RUN ./mvnw --batch-mode --no-transfer-progress -Dnative -Dmaven.test.skip=true package \
 && mkdir data

FROM quay.io/quarkus/ubi9-quarkus-micro-image:2.0
LABEL org.opencontainers.image.title="Parley" \
      org.opencontainers.image.description="The record of a peace negotiation, and what each fact of it rests on, as one GraphQL graph." \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-4.0"
COPY --from=build --chmod=0555 /code/target/parley-*-runner /parley
# A new volume copies its owner and permissions from this folder.
COPY --from=build --chown=1001:0 --chmod=0770 /code/data /data
ENV PARLEY_DATA_DIRECTORY=/data PARLEY_LOG_FORMAT=json
VOLUME /data
USER 1001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --start-interval=1s CMD ["/parley", "--ready"]
ENTRYPOINT ["/parley"]
