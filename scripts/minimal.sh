#!/bin/sh
# Follow the README on a bare Debian: no compiler, no fonts, no Python.
#
#     sh scripts/minimal.sh FOLDER [SUITE]     as root; SUITE defaults to bookworm
#
# FOLDER becomes the root of that Debian (needs debootstrap, 300 MB and then 1 GB). The last commit
# is cloned into it, and the commands of README.md are run there.
set -eu
PATH=$PATH:/usr/sbin:/sbin
here=$(cd "$(dirname "$0")/.." && pwd)
root=${1:?"usage: sh scripts/minimal.sh FOLDER [SUITE]"}

[ -e "$root/etc/debian_version" ] ||
    debootstrap --variant=minbase "${2:-bookworm}" "$root" http://deb.debian.org/debian
cp /etc/resolv.conf "$root/etc/resolv.conf"
# If the network requires its own certificates, the new Debian needs them too.
[ -z "${SSL_CERT_FILE:-}" ] || install -D -m 644 "$SSL_CERT_FILE" "$root/etc/ssl/certs/here.crt"

rm -rf "$root/root/leaflet"
git clone -q "$here" "$root/root/leaflet"

# The mounts are private to these commands, and end with them.
unshare --mount sh -eu -s "$root" <<'OUTSIDE'
mount --rbind /dev "$1/dev"
mount -t proc proc "$1/proc"
exec chroot "$1" env -i HOME=/root PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    PIP_CERT="$([ ! -e "$1/etc/ssl/certs/here.crt" ] || echo /etc/ssl/certs/here.crt)" PYTEST_ADDOPTS="${PYTEST_ADDOPTS:-}" sh -eux <<'INSIDE'
apt-get update -qq
apt-get install -qq -y --no-install-recommends make >/dev/null
cd /root/leaflet
rm -rf /opt/leaflet /usr/local/bin/leaflet  # of an earlier run
userdel -r leaflet 2>/dev/null || true
sh scripts/container.sh
cp -r content /home/leaflet/content
(cd /home/leaflet && su leaflet -c "leaflet doctor && leaflet build content/warfarin.md -o /tmp/of-container")
apt-get update -qq
make leaflets
.venv/bin/leaflet doctor
make test
INSIDE
OUTSIDE
