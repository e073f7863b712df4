# Sourced: finds a JDK that is new enough, whatever `java` is the default, and exports JAVA_HOME.
# Reads each JDK's "release" file and starts none. Takes the lowest that is enough: a long-term release, no early build.
need=25
best=0
found=
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/*java* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
  [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
  version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$home/release")
  [ -n "$version" ] && [ "$version" -ge "$need" ] || continue
  if [ "$home" = "${JAVA_HOME:-}" ]; then found=$home; break; fi
  if [ "$best" -eq 0 ] || [ "$version" -lt "$best" ]; then best=$version; found=$home; fi
done
if [ -z "$found" ]; then
  echo "Please install a JDK $need or newer, or point JAVA_HOME to one (looked in /usr/lib/jvm, /usr/java, /opt, ~/.sdkman, ~/.jdks)." >&2
  exit 1
fi
JAVA_HOME=$found
export JAVA_HOME
