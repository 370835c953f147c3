"""Templates that an earlier process has compiled are not compiled again."""

import jinja2

from leaflet.cache.compiled import CompiledCache

MOST = 200
"""Templates that are kept: they are large, and each version of leaflet has others."""


class KeptTemplates(jinja2.BytecodeCache):
    """The code of templates. To compile those of a kind takes a tenth of a first document.

    ``name`` is that of the file that keeps it, ``version`` that of Jinja.
    """

    def __init__(self, name: str, version: str) -> None:
        self._kept = CompiledCache(name, version, most=MOST)

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Fill a template's bucket, unless the template has changed."""
        if compiled := self._kept.get(_source(bucket)):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep what was compiled."""
        self._kept.put(_source(bucket), bucket.bytecode_to_string())

    def save(self) -> None:
        """Write what is new."""
        self._kept.save()


def _source(bucket: jinja2.bccache.Bucket) -> tuple[object, ...]:
    """Where a template is, what it says, and how it is compiled."""
    syntax = bucket.environment
    how = bool(syntax.autoescape), syntax.trim_blocks, syntax.lstrip_blocks
    return bucket.key, bucket.checksum, *how
