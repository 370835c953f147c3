"""The monographs as they were when the documents of a folder were printed from them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from leaflet.diff.pairs import Side, SourceText
from leaflet.errors import NothingMatched
from leaflet.output.record import Record
from leaflet.output.store import Store


def printed_sources(
    folder: Path, sources: Sequence[Path], now: Side, kinds: Sequence[str] = ()
) -> Iterator[SourceText]:
    """The texts that the documents of a folder were printed from, if they are below ``sources``.

    ``now`` are the monographs as they are; of those with the same text only the hash is given. With
    ``kinds``, other kinds of documents do not count. Where those of a monograph were not printed
    from the same text, the one that is another now counts. Raises NothingMatched if nothing was
    printed there, SettingsError if a run is printing there, OSError.
    """
    store = Store.copy(folder)
    current = {os.path.realpath(each.path): each for each in now if each.path}
    within = tuple(os.path.realpath(source) for source in sources)
    found: dict[str, tuple[str, Record]] = {}
    for target, record in store.printed().items():
        origin, digest = record.get("origin"), record.get("source_sha256", "")
        if origin is None or (kinds and record.get("kind") not in kinds):
            continue
        path = os.path.normpath(os.path.join(os.path.realpath(folder), origin))
        if not any(path == each or path.startswith(os.path.join(each, "")) for each in within):
            continue
        is_same = path in current and current[path].sha256 == digest
        if path not in found or not is_same:
            found[path] = (target, record)
    if not found:
        message, hint = "nothing was printed there from these sources", "print first, or name OLD"
        raise NothingMatched.of("nothing-printed", message, file=str(folder), hint=hint)
    for path, (target, record) in found.items():
        here, digest = current.get(path), record["source_sha256"]
        subpath = here.subpath if here else target.partition("/")[2].removesuffix(".pdf")
        is_same = here is not None and here.sha256 == digest
        data = None if is_same else store.texts.get(digest)
        yield SourceText(subpath, f"{folder}: {record.get('source', path)}", digest, data=data)
