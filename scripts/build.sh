# Sourced after jdk.sh, from the project's root: builds what is older than its sources, and says so while it works.

missing() { echo "Please install $1." >&2; exit 1; }

# is_old TARGET SOURCE...: true where the target is missing or a source is newer
is_old() {
  local target=$1; shift
  [ ! -e "$target" ] || [ -n "$(find "$@" \( -name node_modules -o -name dist -o -name target \) -prune -o -type f -newer "$target" -print -quit 2>/dev/null)" ]
}

# What npm brings: also the letters of the server's papers.
web_packages() {
  is_old .run/web.packages web/package-lock.json || return 0
  command -v node >/dev/null || missing "Node.js 20 or newer (Debian: apt install nodejs npm)"
  [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || missing "Node.js 20 or newer (this one is $(node --version))"
  command -v npm >/dev/null || missing "npm"
  echo "  web: fetching packages (a minute, once)"
  (cd web && npm ci --no-audit --no-fund --loglevel=error) || exit 1
  touch .run/web.packages
}

build_web() {
  is_old .run/web.built web || return 0
  web_packages
  echo "  web: building desk and portal"
  (cd web && npm run --silent build) > .run/web.log 2>&1 || { cat .run/web.log >&2; exit 1; }
  touch .run/web.built
}

build_server() {
  is_old .run/app/minsheng.jar pom.xml server/pom.xml server/src/main textmining/pom.xml textmining/src/main .run/web.built || return 0
  command -v mvn >/dev/null || missing "Maven 3.8 or newer (Debian: apt install maven)"
  echo "  server: building (the first time also fetches its libraries)"
  mvn -q -B -pl server -am package -DskipTests > .run/server.log 2>&1 || { cat .run/server.log >&2; exit 1; }
  rm -rf .run/app.new
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar server/target/minsheng.jar extract --destination .run/app.new >/dev/null || exit 1
  rm -rf .run/app && mv .run/app.new .run/app && touch .run/app/minsheng.jar
}

# A start writes down once which classes it needs; the next ones find them ready (JEP 483, 514). The cache belongs to the
# jar by its whole path: from another one, a sealed library would stop the start.
build_cache() {
  local app=$PWD/.run/app
  [ -e .run/app/no-cache ] && return 0
  [ -e .run/app/minsheng.aot ] && [ "$(cat .run/app/place 2>/dev/null)" = "$app" ] && return 0
  echo "  server: preparing a quick start"
  local scratch; scratch=$(mktemp -d)
  chmod 755 "$scratch"
  rm -f .run/app/minsheng.aot
  "$JAVA_HOME/bin/java" $JVM_OPTIONS -XX:AOTCacheOutput=.run/app/minsheng.aot -Dspring.context.exit=onRefresh \
    -jar "$app/minsheng.jar" --data "$scratch" --port 0 > .run/cache.log 2>&1 || touch .run/app/no-cache
  echo "$app" > .run/app/place
  rm -rf "$scratch"
}

JVM_OPTIONS="-Xmx${MINSHENG_MEMORY:-512m} -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8"

build() {
  mkdir -p .run
  build_web
  build_server
  build_cache
}
