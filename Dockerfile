# syntax=docker/dockerfile:1

# ---- Build -------------------------------------------------------------------------------------------------
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
COPY rules rules
COPY --chmod=755 shipgate shipgate
RUN --mount=type=cache,target=/build/.repository mvn -B -q -Dmaven.repo.local=/build/.repository package -DskipTests -Darchive.skip=true

# ---- Run ---------------------------------------------------------------------------------------------------
FROM eclipse-temurin:25-jre
# Numbers that a cluster can be told, to let this user write its volume.
RUN groupadd --gid 10001 shipgate && useradd --uid 10001 --gid shipgate --no-create-home --home-dir /opt/shipgate shipgate
WORKDIR /opt/shipgate
COPY --from=build /build/target/quarkus-app app
COPY rules rules
COPY LICENSE NOTICE ./
COPY --chmod=755 shipgate shipgate
RUN ln -s /opt/shipgate/shipgate /usr/local/bin/shipgate
COPY --chmod=755 <<'EOF' /opt/shipgate/live
#!/bin/bash
# Succeeds while the service answers. The image has no curl.
exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080}" || exit 1
printf 'GET /q/health/live HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 3 status <&3
[[ $status == *" 200 "* ]]
EOF
# On this very JRE, and before anybody starts it: the tests of the rules run, the rules are compiled, and one start and one
# verdict show which classes are needed, which from then on come from an archive.
RUN shipgate rules precompile rules && shipgate archive \
    && mkdir data access && chown -R shipgate:shipgate rules data access && chmod 700 data access

USER shipgate
# Others reach it there, so it does not start without keys, tokens, or the setting that anyone may call.
ENV QUARKUS_HTTP_HOST=0.0.0.0
ENV SHIPGATE_DATA_DIR=/opt/shipgate/data
EXPOSE 8080
VOLUME /opt/shipgate/rules
VOLUME /opt/shipgate/data
VOLUME /opt/shipgate/access
HEALTHCHECK --start-period=60s --interval=10s --timeout=5s CMD ["/opt/shipgate/live"]
# A container has its memory to itself.
ENV SHIPGATE_JAVA_MEMORY="-XX:+UseSerialGC -Xms96m -XX:MaxRAMPercentage=75"
ENTRYPOINT ["/opt/shipgate/shipgate"]
